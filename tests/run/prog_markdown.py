"""Markdown to HTML: headings, lists, code, emphasis, links, paragraphs."""
from __future__ import annotations

TEXT = """# Title & more

A paragraph with *emphasis*, **strong text**
and `code <b>`.

## List

- one
- two with [link](http://x.y/?a=1&b=2)
- three

1. first
2. second

```
if a < b:
    print("x")
```
> quoted *text*

Last **unclosed line
"""


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def inline(text: str) -> str:
    out: list[str] = []
    i = 0
    while i < len(text):
        for mark, tag in (("**", "strong"), ("*", "em"), ("`", "code")):
            if text.startswith(mark, i):
                end = text.find(mark, i + len(mark))
                if end > 0:
                    inner = text[i + len(mark):end]
                    out.append(f"<{tag}>{escape(inner) if tag == 'code' else inline(inner)}</{tag}>")
                    i = end + len(mark)
                    break
        else:
            if text[i] == "[" and (middle := text.find("](", i)) > 0 and (end := text.find(")", middle)) > 0:
                out.append(f'<a href="{escape(text[middle + 2:end])}">{inline(text[i + 1:middle])}</a>')
                i = end + 1
            else:
                out.append(escape(text[i]))
                i += 1
    return "".join(out)


class Renderer:
    def __init__(self) -> None:
        self.out: list[str] = []
        self.paragraph: list[str] = []
        self.open_list = ""

    def flush(self) -> None:
        if self.paragraph:
            self.out.append(f"<p>{inline(' '.join(self.paragraph))}</p>")
            self.paragraph.clear()
        if self.open_list:
            self.out.append(f"</{self.open_list}>")
            self.open_list = ""

    def item(self, kind: str, text: str) -> None:
        if self.open_list != kind:
            self.flush()
            self.out.append(f"<{kind}>")
            self.open_list = kind
        self.out.append(f"  <li>{inline(text)}</li>")

    def render(self, text: str) -> str:
        lines = iter(text.splitlines())
        for line in lines:
            stripped = line.strip()
            level = len(stripped) - len(stripped.lstrip("#"))
            if not stripped:
                self.flush()
            elif stripped == "```":
                self.flush()
                code: list[str] = []
                for inner in lines:
                    if inner == "```":
                        break
                    code.append(inner)
                self.out.append("<pre>" + escape("\n".join(code)) + "</pre>")
            elif level:
                self.flush()
                self.out.append(f"<h{level}>{inline(stripped[level:].strip())}</h{level}>")
            elif stripped.startswith("- "):
                self.item("ul", stripped[2:])
            elif stripped.split(".")[0].isdigit():
                self.item("ol", stripped.partition(".")[2].strip())
            elif stripped[0] == ">":
                self.flush()
                self.out.append(f"<blockquote>{inline(stripped[1:].strip())}</blockquote>")
            else:
                self.paragraph.append(stripped)
        self.flush()
        return "\n".join(self.out)


def main() -> None:
    print(Renderer().render(TEXT))
    print(Renderer().render("") == "", inline("a*b"), inline("**x *y* z**"))
