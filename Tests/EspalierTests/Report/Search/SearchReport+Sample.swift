import Espalier

extension SearchReport {
    /// A search with plausible numbers, made up for tests: many candidates, three or four of them chosen.
    static let sample = made()

    private static func made() -> SearchReport {
        var numbers = SampleNumbers()
        var points: [Point] = []
        for hidden in [4, 6, 8, 10, 12, 14, 16, 20, 24, 28, 32, 38] {
            for windowBits in [5, 6, 7, 8, 9] {
                points.append(
                    point(
                        points.count, hidden: hidden, windowBits: windowBits, hasSkip: points.count % 3 > 0,
                        &numbers))
            }
        }
        choose(&points)
        let networks = points.filter { !$0.targets.isEmpty }.map { network(of: $0, &numbers) }
        return SearchReport(
            title: "Small networks for committed weights",
            dataset: Dataset(
                name: "mnist", trainingImages: 50_000, validationImages: 10_000, testImages: 10_000),
            setting: [
                ReportedChoice("weights", "committed"), ReportedChoice("input", "public"),
                ReportedChoice("activation", "rectifier"), ReportedChoice("output", "logits"),
            ],
            seed: 1, command: "espalier sweep --weights committed --input public --hours 3 --output small",
            seconds: 10_421, points: points,
            failures: [Failure(reason: "loss: holds an infinity or NaN", count: 2)], networks: networks)
    }

    private static func point(
        _ index: Int, hidden: Int, windowBits: Int, hasSkip: Bool, _ numbers: inout SampleNumbers
    ) -> Point {
        let budget = [1, 1, 0.25, 0.5, 1][index % 5]
        let live = hidden - Int(numbers.next() * Double(hidden) / 5)
        let cost = live * (windowBits + 1)
        let effect = Double(live) * (Double(windowBits) - 2.5) * (hasSkip ? 1.7 : 1)
        let wrong = 0.014 + 2.1 / (effect + 8) + (1 - budget) * 0.03 + numbers.next() * 0.01
        return Point(
            id: "c\(index)",
            configuration: [
                ReportedChoice("hidden", "\(hidden)"), ReportedChoice("window bits", "\(windowBits)"),
                ReportedChoice("input bits", index % 4 == 0 ? "2" : "1"), ReportedChoice("boxes", "1"),
                ReportedChoice("skip", hasSkip ? "yes" : "no"),
                ReportedChoice("sparsity", NumberText.sparsity(0.5 + Double(index % 3) / 5)),
                ReportedChoice("epochs", "12 + 20 + 30"),
            ],
            budget: budget, seed: UInt64(1 + index % 2), validationAccuracy: 1 - wrong,
            constraints: PruningReport.Constraints(
                total: cost + live,
                regions: [
                    .init(name: "input", constraints: 0), .init(name: "layer1", constraints: 0),
                    .init(name: "relu1", constraints: cost), .init(name: "logits", constraints: live),
                ]),
            survivingWeights: 784 * hidden / 5 + Int(numbers.next() * 300),
            seconds: budget * (60 + numbers.next() * 90),
            commands: [
                "espalier train --hidden \(hidden)\(hasSkip ? " --skip" : "") --input-bits 1 --epochs 12 "
                    + "--learning-rate 0.004 --output c\(index).onnx",
                "espalier prune c\(index).onnx --criterion saliency --sparsity 0.7 --steps 4 --step-epochs 2 "
                    + "--epochs 20 --output c\(index).p.onnx",
                "espalier quantize c\(index).p.onnx --window-bits \(windowBits) --bias-bits 14 --epochs 30 "
                    + "--output c\(index).int.onnx",
                "espalier compile c\(index).int.onnx --weights committed",
            ])
    }

    private static func choose(_ points: inout [Point]) {
        let demands = [("≥ 94 %", 0.94), ("≥ 96 %", 0.96), ("≥ 97.5 %", 0.975), ("≤ 120 constraints", 0)]
        for (name, floor) in demands {
            let candidates = points.indices.filter { points[$0].isFull }
            let best =
                floor > 0
                ? candidates.filter { points[$0].validationAccuracy >= floor }.min {
                    points[$0].constraints.total < points[$1].constraints.total
                }
                : candidates.filter { points[$0].constraints.total <= 120 }.max {
                    points[$0].validationAccuracy < points[$1].validationAccuracy
                }
            guard let best else { continue }
            points[best].targets.append(name)
            points[best].testAccuracy = points[best].validationAccuracy + 0.004
            points[best].seedTestAccuracies = [0.004, 0.001, 0.006].map {
                points[best].validationAccuracy + $0
            }
            points[best].classConstraints = points[best].constraints.total + 180
        }
    }

    private static func network(of point: Point, _ numbers: inout SampleNumbers) -> Network {
        let hidden = point.value(of: "hidden").flatMap { Int($0) } ?? 0
        let hasSkip = point.value(of: "skip") == "yes"
        let bits = point.value(of: "window bits").flatMap { Int($0) } ?? 0
        return Network(
            point: point.id,
            layers: [layer("layer1", rows: hidden, &numbers)]
                + (hasSkip ? [layer("skip", rows: 10, &numbers)] : []),
            rectifiers: [
                Rectifier(
                    name: "relu1",
                    windowBits: (0..<hidden).map { _ in
                        numbers.next() < 0.1 ? 0 : bits - Int(numbers.next() * 3)
                    })
            ])
    }

    /// Rows with a bright and a dark spot each, pruned where they are weak.
    static func layer(_ name: String, rows: Int, _ numbers: inout SampleNumbers) -> ImageLayer {
        let filters = (0..<rows).map { _ in
            let spots = (0..<4).map { index in
                (x: 6 + 16 * numbers.next(), y: 6 + 16 * numbers.next(), sign: index % 2 == 0 ? 1.0 : -1)
            }
            let weights = (0..<784).map { index -> Int? in
                let (x, y) = (Double(index % 28), Double(index / 28))
                var sum = (numbers.next() - 0.5) * 1.6
                for spot in spots {
                    let distance = (x - spot.x) * (x - spot.x) + (y - spot.y) * (y - spot.y)
                    sum += spot.sign * 9 / (1 + distance / 6)
                }
                return abs(sum) < 1.1 ? nil : Int(sum / 1.5)
            }
            return Filter(weights: weights)
        }
        return ImageLayer(name: name, width: 28, height: 28, filters: filters)
    }
}
