/* binary trees, as in ../binarytrees.py. Trees that are no longer needed are freed.

   malloc and free are those of a fast allocator: a list of free blocks for each multiple of 16 bytes, found by the size
   that a word in front of the block holds; memory that no list has is cut from large pieces. No checks, no splitting, no
   joining: about the fastest that malloc can be here. With the malloc of picolibc 1.8, whose free list is sorted by
   address, the same program with DEPTH = 10 takes 36 times as many instructions on riscv64. */
#include "board.h"

enum { DEPTH = 16, CLASSES = 64, PIECE = 65536 };

typedef struct Free {
    struct Free *next;
} Free;

static Free *lists[CLASSES];
static uint8_t *at, *end;

static __attribute__((noinline)) void *more(size_t size) {
    if (size > PIECE) {
        return NULL;
    }
    at = allocate(PIECE);
    end = at + PIECE;
    size_t *block = (size_t *)at;
    at += size;
    *block = size;
    return block + 1;
}

static void *malloc(size_t count) {
    size_t size = (count + sizeof(size_t) + 15) & ~(size_t)15;
    if (size / 16 < CLASSES && lists[size / 16] != NULL) {
        Free *found = lists[size / 16];
        lists[size / 16] = found->next;
        return found;
    }
    if (size > (size_t)(end - at)) {
        return more(size);
    }
    size_t *block = (size_t *)at;
    at += size;
    *block = size;
    return block + 1;
}

static void free(void *place) {
    size_t size = ((size_t *)place)[-1];
    Free *block = place;
    block->next = lists[size / 16];
    lists[size / 16] = block;
}

typedef struct Node {
    struct Node *left, *right;
} Node;

static Node *node(Node *left, Node *right) {
    Node *made = malloc(sizeof *made);
    made->left = left;
    made->right = right;
    return made;
}

static Node *make(int depth) {
    if (depth == 0) {
        return node(NULL, NULL);
    }
    Node *left = make(depth - 1);
    return node(left, make(depth - 1));
}

static int64_t check(const Node *tree) {
    return tree->left == NULL || tree->right == NULL ? 1 : 1 + check(tree->left) + check(tree->right);
}

static void drop(Node *tree) {
    if (tree->left != NULL) {
        drop(tree->left);
    }
    if (tree->right != NULL) {
        drop(tree->right);
    }
    free(tree);
}

void setup(void) {
}

int64_t work(void) {
    Node *stretch = make(DEPTH + 1);
    int64_t total = check(stretch);
    drop(stretch);
    Node *keeping = make(DEPTH);
    for (int depth = 4; depth <= DEPTH; depth += 4) {
        for (int i = 0; i < 1 << (DEPTH - depth + 4); i++) {
            Node *tree = make(depth);
            total += check(tree);
            drop(tree);
        }
    }
    return total * 31 + check(keeping);
}
