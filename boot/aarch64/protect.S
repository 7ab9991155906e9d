// Cached translations (Arm ARM D8.13), aarch64.

// flush_translations(): after a change of the tables. On all harts (Arm ARM D8.13).
    .section .text.flush_translations, "ax", @progbits
    .balign 4
    .globl flush_translations
flush_translations:
    dsb sy
    tlbi vmalle1is
    dsb sy
    isb
    ret

// forget_page(address): those of one page, on all harts.
    .section .text.forget_page, "ax", @progbits
    .balign 4
    .globl forget_page
forget_page:
    lsr x0, x0, #12
    dsb sy
    tlbi vaae1is, x0
    dsb sy
    isb
    ret
