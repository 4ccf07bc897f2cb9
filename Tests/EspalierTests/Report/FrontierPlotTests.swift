import Espalier
import Testing

@Suite struct FrontierPlotTests {
    @Test func logarithmicScaleSpreadsRatiosEvenly() {
        let scale = LogarithmicScale(covering: [10, 363_736], positions: 100...600)
        #expect(scale.exponents == 1...6)
        #expect(scale.ticks == [10, 100, 1000, 10_000, 100_000, 1_000_000])
        for (index, tick) in scale.ticks.enumerated() {
            #expect(abs(scale.position(tick) - Double(100 + 100 * index)) < 1e-9)
        }
        let step = scale.position(200) - scale.position(100)
        #expect(abs(scale.position(84_000) - scale.position(42_000) - step) < 1e-9)
    }

    @Test(
        arguments: [
            ([], 0...1), ([0], 0...1), ([1], 0...1), ([10], 1...2), ([9, 10], 0...1), ([11], 1...2),
            ([1000, 1001], 3...4), ([.max], 18...19),
        ] as [([Int], ClosedRange<Int>)])
    func logarithmicScaleCoversItsCounts(counts: [Int], exponents: ClosedRange<Int>) {
        let scale = LogarithmicScale(covering: counts, positions: 0...1)
        #expect(scale.exponents == exponents)
        #expect(counts.allSatisfy { (-1e-9...1 + 1e-9).contains(scale.position($0)) })
    }

    @Test func accuracyScaleSpreadsWrongAnswersEvenly() {
        let scale = AccuracyScale(covering: [0.098, 0.979], start: 400, end: 0)
        #expect(scale.ticks.map(NumberText.plainPercentage) == ["0", "50", "80", "90", "95", "98", "99"])
        #expect(scale.position(0) == 400)
        #expect(abs(scale.position(0.99)) < 1e-9)
        let step = scale.position(0.9) - scale.position(0.95)
        #expect(abs(scale.position(0.96) - scale.position(0.98) - step) < 1e-9)
        #expect(abs(scale.position(1)) < 1e-9)
        #expect(scale.position(-1) == 400)
        #expect(AccuracyScale(covering: [1], start: 0, end: 1).ticks.count == 12)
        #expect(AccuracyScale(covering: [], start: 0, end: 1).ticks == [0, 0.5])
    }

    @Test(arguments: FrontierPlot.Layout.allCases)
    func labelsCoverNeitherEachOtherNorTheFrame(layout: FrontierPlot.Layout) {
        let labels = FrontierPlot(.sample, layout: layout).labels
        for (index, label) in labels.enumerated() {
            #expect(!labels[..<index].contains { $0.box.intersects(label.box) }, "\(label.text)")
            #expect(label.box.left >= 0 && label.box.top >= 0)
        }
        let names = [
            "the paper", "private, retrained", "private, one-shot", "embedded, retrained",
            "embedded, one-shot",
        ]
        #expect(names.allSatisfy { name in labels.contains { $0.text == name } })
        #expect(labels.contains { $0.text == "90 %" })
    }

    @Test func labelsKeepAwayFromLinesAndRivals() {
        let frame = PlotBox(left: 0, top: 0, width: 200, height: 100)
        let point = PlotPoint(x: 100, y: 50)
        var labels = PlotLabels(textHeight: 10, frame: frame)
        labels.keepClear(from: PlotPoint(x: 0, y: 35), to: PlotPoint(x: 200, y: 35))
        let hasRoom = labels.place("a", style: "", near: [point])
        #expect(hasRoom)
        #expect(labels.placed.map(\.box.top).allSatisfy { $0 > 50 })
        let hasRoomBesideRival = labels.place("a", style: "", near: [point], rivals: [point])
        #expect(!hasRoomBesideRival)
        let hasRoomForMuch = labels.place(String(repeating: "a", count: 50), style: "", near: [point])
        #expect(!hasRoomForMuch)
    }

    @Test func everyMarkHasItsTitle() {
        let svg = FrontierPlot(.sample, layout: .wide).svg.rendered()
        #expect(
            svg.contains(
                "<title>The paper, 50\u{A0}% pruned: 95.05\u{A0}% right, 363,719 constraints</title>"))
        #expect(svg.split(separator: "<title>").count - 1 == 3 + 4 * 6)
    }
}
