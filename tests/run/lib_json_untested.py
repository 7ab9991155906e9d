"""What `json.loads` gives, used without a test first."""
import json

TEXT = """{"users": [{"name": "Ann", "n": 1, "tags": ["x", "y"]}, {"name": "Bob", "n": 2, "tags": []}],
           "limits": {"low": 0.5, "high": 10}, "title": "report", "none": null}"""


def main() -> None:
    data = json.loads(TEXT)
    print(data["title"], data["limits"]["low"], data["users"][0]["name"], len(data["users"]), len(data))
    for user in data["users"]:
        print(user["name"], user["n"], len(user["tags"]), user.get("missing", "-"))
        for tag in user["tags"]:
            print("  tag", tag)
    for key, value in data["limits"].items():
        print(key, value)
    for name in data:
        print(name, end=" ")
    print()
    total = 0
    for user in data["users"]:
        total += int(user["n"])
    print(total, data["limits"]["high"] * 2 + 1, data["title"] + "!", 3 - data["limits"]["low"], data["users"] * 0)
    print([u["name"] for u in data["users"]], sorted(data.keys()), "title" in data, data["title"][0:3], "epo" in data["title"], "x" in data["users"][0]["tags"], 3 in data["users"])
    print(f"{data['title']:>10}|", data["none"] is None, data["limits"]["high"] > 3, data["title"] == "report")
    print(int(data["limits"]["high"]) + 1, float(data["limits"]["low"]) * 2, str(data["users"][1]["n"]))
    for bad in ("number", "key", "walk", "len", "method", "null", "index", "name", "add", "mul", "text", "less", "format", "int", "store", "in"):
        try:
            match bad:
                case "number":
                    print(data["limits"]["low"]["x"])
                case "key":
                    print(data["nope"])
                case "walk":
                    for item in data["none"]:
                        print(item)
                case "len":
                    print(len(data["limits"]["low"]))
                case "method":
                    print(data["users"].items())
                case "null":
                    print(data["none"][0])
                case "index":
                    print(data[0])
                case "add":
                    print(data["title"] + 1)
                case "mul":
                    print(data["title"] * 1.5)
                case "text":
                    print(data["title"] - data["limits"])
                case "less":
                    print(data["none"] < 3)
                case "format":
                    print(f"{data['users']:>3}")
                case "int":
                    print(int(data["users"]))
                case "in":
                    print("a" in data["none"])
                case "store":
                    data["title"]["x"] = 1
                case _:
                    print(data["users"]["name"])
        except (TypeError, KeyError, AttributeError) as error:
            print(bad, type(error).__name__, error)
    data["title"] = "changed"
    data["users"].append({"name": "Cy"})
    print(json.dumps(data["users"][2]), data["title"])


if __name__ == "__main__":
    main()
