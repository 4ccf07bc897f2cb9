import Espalier
import Testing

@Suite struct PruningReportHTMLTests {
    @Test func isWellFormed() {
        let page = MarkupReader(PruningReport.sample.html())
        #expect(page.faults == [])
        #expect(page.elements.count { $0.name == "tr" } > 20)
    }

    @Test func readerSeesFaults() {
        let faulty = [
            "<p>", "<p></b></p>", "<p a=1></p>", "<p>a & b</p>", "<p a=\"1\" a=\"1\"></p>", "<p", "x",
        ]
        for body in faulty {
            #expect(MarkupReader("<!DOCTYPE html>\n" + body + "\n").faults != [], "\(body)")
        }
        #expect(MarkupReader("<!DOCTYPE html>\n<p a=\"&quot;\">a<br/>b</p>\n").faults == [])
    }

    @Test func asksForNothingElse() {
        let html = PruningReport.sample.html()
        #expect(!html.contains("http:") && !html.contains("https:") && !html.contains("@import"))
        #expect(!html.contains("url("))
        let page = MarkupReader(html)
        #expect(!page.elements.contains { ["script", "link", "img", "iframe", "a"].contains($0.name) })
        #expect(!page.elements.contains { $0.attributes["src"] != nil || $0.attributes["href"] != nil })
    }

    @Test func textIsEscaped() {
        let attack = "</p><script>alert('x')</script>\"&\u{0}"
        var report = PruningReport.sample
        report.dataset.name = attack
        report.dataset.origin = attack
        report.architecture = attack
        report.command = attack
        report.levels[0].private.regions[0].name = attack
        report.proof?.circuit = attack
        report.proof?.refusals = [.init(attack: attack, reason: attack)]
        let page = MarkupReader(report.html())
        #expect(page.faults == [])
        #expect(!page.elements.contains { $0.name == "script" })
        let shown = attack.replacing("\u{0}", with: "\u{FFFD}")
        #expect(page.text.split(separator: shown, omittingEmptySubsequences: false).count >= 9)
    }

    @Test func showsTheNumbers() {
        let text = MarkupReader(PruningReport.sample.html()).text.replacing("\u{A0}", with: " ")
        for number in [
            "363,736", "99.995 %", "12,993", "105,210", "12.3 %", "97.59 %", "343,040", "131,072", "−120,664",
            "16,384", "9.9 MB", "128 bytes", "873 ms", "misprint for 363,664", "espalier demo --seed 42",
        ] {
            #expect(text.contains(number), "\(number)")
        }
    }

    @Test func partsMayBeMissing() {
        var report = PruningReport.sample
        report.proof?.logits = []
        report.proof?.refusals = []
        #expect(MarkupReader(report.html()).faults == [])
        report.proof = nil
        #expect(MarkupReader(report.html()).faults == [])
        report = report.withoutLevels
        #expect(MarkupReader(report.html()).faults == [])
    }

    @Test func percentSignsStayWithTheirNumbers() {
        #expect(HTML.escaped("90 % and  5  %") == "90\u{A0}% and  5 \u{A0}%")
        #expect(HTML.escaped(" % ") == "\u{A0}% ")
    }

    @Test func pictureHasThePixels() {
        let image = PruningReport.Image(
            width: 4, height: 2, pixels: [0, 255, 255, 51, 0, 0, 0, 255], index: 0, label: 1)
        let page = MarkupReader("<!DOCTYPE html>\n" + DigitPicture(image).svg.rendered() + "\n")
        let runs = page.elements.filter { $0.name == "rect" }.map(\.attributes)
        #expect(
            runs == [
                ["x": "1", "y": "0", "width": "2", "height": "1", "fill-opacity": "1.00"],
                ["x": "3", "y": "0", "width": "1", "height": "1", "fill-opacity": "0.20"],
                ["x": "3", "y": "1", "width": "1", "height": "1", "fill-opacity": "1.00"],
            ])
    }
}
