import Espalier
import Testing

@Suite struct TextTableTests {
    @Test func alignsColumns() {
        var table = TextTable(title: "Regions", columns: [.init("Region"), .init("Count", .right)])
        table.append(["layer1", "343,040"])
        table.append(["relu1", "456"])
        table.appendRule()
        table.append(["total", "343,496"])
        #expect(
            table.rendered() == """
                Regions
                Region    Count
                ───────────────
                layer1  343,040
                relu1       456
                ───────────────
                total   343,496

                """)
    }

    @Test func leavesNoBlanksAtLineEnds() {
        var table = TextTable(columns: [.init("A"), .init("B")])
        table.append(["a long cell", ""])
        #expect(table.rendered() == "A            B\n──────────────\na long cell\n")
    }

    @Test func cellsStayOnOneLine() {
        var table = TextTable(columns: [.init("Name")])
        table.append(["two\nlines\u{1B}[31m\r\n"])
        #expect(table.rendered().split(separator: "\n").last == "two lines [31m")
    }

    @Test func reportFitsIntoHundredColumns() {
        let lines = PruningReport.sample.text().split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= 100 })
        #expect(lines.contains { $0.contains("retrained") && $0.contains("12,993") && $0.contains("12.3 %") })
        #expect(lines.contains { $0.contains("the paper") && $0.contains("363,719  99.995 %") })
        #expect(lines.contains { $0.hasPrefix("layer1") && $0.contains("343,040") && $0.contains("10,520") })
    }

    @Test func emptyReportHasTheFiguresOfThePaper() {
        let text = PruningReport.sample.withoutLevels.text()
        #expect(text.contains("363,736") && !text.contains("one-shot"))
    }
}
