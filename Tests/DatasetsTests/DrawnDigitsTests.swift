import Datasets
import NeuralNetworks
import Testing

@Suite struct DrawnDigitsTests {
    @Test func areTheSameForASeedAndOnlyForIt() {
        func draw(_ seed: UInt64) -> LabeledImages {
            var generator = SeededGenerator(seed: seed)
            return DrawnDigits.draw(count: 50, using: &generator)
        }
        #expect(draw(3) == draw(3))
        #expect(draw(3).pixels != draw(4).pixels)
    }

    /// The sum was taken once; it holds on every machine.
    @Test func doNotDependOnTheMachine() {
        var generator = SeededGenerator(seed: 2026)
        let images = DrawnDigits.draw(count: 200, using: &generator)
        let hash = images.pixels.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
        #expect(hash == 15_247_601_855_920_012_604)
    }

    @Test func haveInkAndPaperAndEveryClassEquallyOften() {
        var generator = SeededGenerator(seed: 1)
        let images = DrawnDigits.draw(count: 500, using: &generator)
        for digit in UInt8(0)..<10 { #expect(images.labels.count { $0 == digit } == 50) }
        for index in 0..<images.count {
            let inked = images[index].count { $0 > 0 }
            #expect((30...400).contains(inked), "image \(index) has \(inked) inked pixels")
            #expect((images[index].max() ?? 0) > 100)
        }
    }

    /// The nearest mean image finds most digits, but far from all: a task between trivial and hopeless.
    @Test func areATask() throws {
        let dataset = DrawnDigits.standard(trainCount: 3_000, testCount: 1_000)
        var means = [[Double]](repeating: [Double](repeating: 0, count: 784), count: 10)
        for index in 0..<dataset.train.count {
            for (pixel, value) in dataset.train[index].enumerated() {
                means[Int(dataset.train.labels[index])][pixel] += Double(value) / 300
            }
        }
        let right = (0..<dataset.test.count).count { index in
            let distances = means.map { mean in
                zip(mean, dataset.test[index]).reduce(0) { sum, pair in
                    sum + (pair.0 - Double(pair.1)) * (pair.0 - Double(pair.1))
                }
            }
            return distances.indices.min { distances[$0] < distances[$1] }
                == Int(dataset.test.labels[index])
        }
        #expect((600...950).contains(right), "\(right) of 1000")
    }

    @Test func areInTheCatalogue() throws {
        let dataset = try DatasetCatalog(cacheDirectory: "/nowhere").load("digits")
        #expect(dataset.train.count == 12_000 && dataset.test.count == 2_000)
        #expect(dataset.train.prefix(100).pixels != dataset.test.prefix(100).pixels)
    }
}
