/// What a page does where scripts run. Written without the two characters that XML would have to escape.
enum ReportScript {
    /// Shows a point of a plot on hover, focus and tap; sorts tables by their headings; copies commands.
    static let code = """
        "use strict";
        (() => {
          const details = document.getElementById("details");
          const show = (link) => {
            const row = document.getElementById(link.getAttribute("href").slice(1));
            if (!row || !details) return;
            const heads = row.closest("table").querySelectorAll("thead th");
            const list = document.createElement("dl");
            Array.from(row.cells).forEach((cell, index) => {
              if (index === 0 || !cell.textContent || cell.textContent === "–") return;
              const item = document.createElement("div");
              const name = document.createElement("dt");
              const value = document.createElement("dd");
              name.textContent = heads[index].textContent;
              value.textContent = cell.textContent;
              item.append(name, value);
              list.append(item);
            });
            const title = document.createElement("a");
            title.href = link.getAttribute("href");
            title.textContent = row.cells[0].textContent;
            const heading = document.createElement("p");
            heading.append(title);
            details.replaceChildren(heading, list);
            document.querySelectorAll(".plot a.shown").forEach((old) => old.classList.remove("shown"));
            const same = '.plot a[href="' + link.getAttribute("href") + '"]';
            document.querySelectorAll(same).forEach((mark) => mark.classList.add("shown"));
          };
          document.querySelectorAll(".plot").forEach((plot) => {
            const reach = (event) => {
              const link = event.target.closest("a");
              if (link) show(link);
              return link;
            };
            plot.addEventListener("pointerover", reach);
            plot.addEventListener("focusin", reach);
            plot.addEventListener("click", (event) => { if (reach(event)) event.preventDefault(); });
          });
          if (details) {
            const hint = details.querySelector(".note");
            if (hint) hint.textContent = "Point at a candidate, or tap it, to see its configuration.";
          }

          const number = (text) => {
            const plain = text.replace(/[,\\s%×]/g, "").replace("−", "-");
            return plain === "" || plain === "–" ? NaN : Number(plain);
          };
          const order = (first, second, sign) => {
            const a = number(first), b = number(second);
            if (!isNaN(a)) return isNaN(b) ? -1 : sign * (a - b);
            if (!isNaN(b)) return 1;
            if (first === "–" || first === "") return second === first ? 0 : 1;
            if (second === "–" || second === "") return -1;
            return sign * first.localeCompare(second, "en", { numeric: true });
          };
          document.querySelectorAll("table.sortable").forEach((table) => {
            const heads = Array.from(table.querySelectorAll("thead th"));
            heads.forEach((head, column) => {
              const button = document.createElement("button");
              button.type = "button";
              button.textContent = head.textContent;
              head.replaceChildren(button);
              button.addEventListener("click", () => {
                const sign = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
                heads.forEach((other) => other.removeAttribute("aria-sort"));
                head.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
                const rows = Array.from(table.tBodies[0].rows);
                const text = (row) => row.cells[column].textContent.trim();
                rows.sort((a, b) => order(text(a), text(b), sign));
                table.tBodies[0].append(...rows);
              });
            });
          });

          document.querySelectorAll("button.copy").forEach((button) => {
            button.hidden = false;
            button.addEventListener("click", async () => {
              const code = button.parentElement.querySelector("code");
              const text = code.textContent.replaceAll("\\u00a0", " ");
              try {
                await navigator.clipboard.writeText(text);
              } catch {
                getSelection().selectAllChildren(code);
                document.execCommand("copy");
              }
              button.textContent = "Copied";
              setTimeout(() => { button.textContent = "Copy"; }, 1500);
            });
          });
        })();
        """
}
