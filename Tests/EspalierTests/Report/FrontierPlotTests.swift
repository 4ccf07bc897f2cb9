import Espalier
import Testing

@Suite struct FrontierPlotTests {
    @Test func logarithmicScaleSpreadsRatiosEvenly() {
        let scale = LogarithmicScale(covering: [10, 363_736], positions: 100...600)
        #expect(scale.ticks == [10, 100, 1000, 10_000, 100_000, 1_000_000])
        for (index, tick) in scale.ticks.enumerated() {
            #expect(abs(scale.position(tick) - Double(100 + 100 * index)) < 1e-9)
        }
        let step = scale.position(200) - scale.position(100)
        #expect(abs(scale.position(84_000) - scale.position(42_000) - step) < 1e-9)
    }

    @Test(
        arguments: [
            ([], [1, 10]), ([0], [1, 10]), ([1], [1, 10]), ([10], [10, 100]), ([9, 10], [1, 10]),
            ([11], [10, 100]), ([1000, 1001], [1000, 10_000]), ([.max], [1_000_000_000_000_000_000, .max]),
        ] as [([Int], [Int])])
    func logarithmicScaleCoversItsCounts(counts: [Int], ticks: [Int]) {
        let scale = LogarithmicScale(covering: counts, positions: 0...1)
        #expect(scale.ticks == ticks)
        #expect(counts.allSatisfy { (-1e-9...1 + 1e-9).contains(scale.position($0)) })
    }

    @Test func logarithmicScaleWithinOneDecade() {
        let scale = LogarithmicScale(covering: [110, 480], positions: 0...1, steps: .oneTwoFive)
        #expect(scale.ticks == [100, 200, 500])
        #expect(scale.position(100) == 0 && scale.position(500) == 1)
        #expect(scale.position(1) == 0 && scale.position(.max) == 1)
        #expect(LogarithmicScale(covering: [], positions: 0...1, steps: .oneTwoFive).ticks == [1, 2])
        #expect(LogarithmicScale(covering: [.max], positions: 0...1, steps: .oneTwoFive).ticks.last == .max)
    }

    @Test func accuracyScaleAroundItsRange() {
        let scale = AccuracyScale(around: [0.942, 0.978], start: 0, end: 1)
        #expect(scale.ticks.map(NumberText.plainPercentage) == ["94", "95", "96", "97", "97.5", "98"])
        #expect(scale.position(0.9) == 0 && scale.position(1) == 1)
        let step = scale.position(0.98) - scale.position(0.97)
        #expect(abs(scale.position(0.96) - scale.position(0.94) - step) < 1e-9)
        #expect(AccuracyScale(around: [], start: 0, end: 1).ticks.count >= 2)
        for accuracy in [0, 0.3, 0.9999, 1, -1, 2] {
            let scale = AccuracyScale(around: [accuracy], start: 0, end: 1)
            #expect(scale.ticks.count >= 2)
            #expect((0...1).contains(scale.position(accuracy)))
        }
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

    @Test(arguments: PlotLayout.allCases)
    func labelsCoverNeitherEachOtherNorTheFrame(layout: PlotLayout) {
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
