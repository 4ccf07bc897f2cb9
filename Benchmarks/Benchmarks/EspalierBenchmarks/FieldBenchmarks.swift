import Benchmark
import FiniteFields

/// A thousand operations of each kind; times are of one.
func fieldBenchmarks<F: CoordinateField>(_ name: String, _ field: F.Type) {
    var generator = SeededGenerator()
    let elements = (0..<1000).map { _ in F.random(using: &generator) }
    // CPU time comes in ticks too coarse for this.
    let configuration = Benchmark.Configuration(
        metrics: [.wallClock], scalingFactor: .kilo, maxDuration: .milliseconds(300))

    Benchmark("\(name) product, one after another", configuration: configuration) { benchmark in
        var product = elements[0]
        for _ in benchmark.scaledIterations { product *= elements[1] }
        blackHole(product)
    }
    Benchmark("\(name) inversion", configuration: configuration) { benchmark in
        for index in benchmark.scaledIterations { blackHole(elements[index].inverse()) }
    }
    Benchmark("\(name) batch inversion", configuration: configuration) { _ in
        var inverses = elements
        F.invertAll(&inverses)
        blackHole(inverses)
    }
    for backend in FieldBackend.allCases where backend.isSupported {
        laneBenchmarks("\(name) \(backend.name)", elements, backend, configuration)
    }
}

/// The same over arrays in lanes, which is how large sums and transforms compute.
private func laneBenchmarks<F: CoordinateField>(
    _ name: String, _ elements: [F], _ backend: FieldBackend, _ configuration: Benchmark.Configuration
) {
    let blocks = elements.count / 8
    Benchmark("\(name) product, array", configuration: configuration) { _, lanes in
        lanes.result.setProduct(lanes.elements, lanes.elements, blocks: blocks)
    } setup: {
        Lanes(elements, backend)
    }
    Benchmark("\(name) batch inversion, array", configuration: configuration) { _, lanes in
        blackHole(lanes.result.setInverses(lanes.elements, blocks: blocks, scratch: lanes.scratch))
    } setup: {
        Lanes(elements, backend)
    }
}

/// Operands in the layout of a backend.
private final class Lanes<F: CoordinateField> {
    let elements: F.Vector
    let result: F.Vector
    let scratch: F.Vector

    /// - Precondition: the number of elements is a multiple of 8.
    init(_ values: [F], _ backend: FieldBackend) {
        precondition(values.count % 8 == 0, "lanes come in blocks of eight")
        let blocks = values.count / 8
        // Inversion wants room for one block more.
        elements = F.Vector(blocks: blocks + 1, backend: backend)
        result = F.Vector(blocks: blocks + 1, backend: backend)
        scratch = F.Vector(blocks: F.Vector.inversionScratch(blocks), backend: backend)
        values.withUnsafeBytes {
            elements.load(from: $0.baseAddress!, stride: MemoryLayout<F>.stride, blocks: blocks)
        }
    }

    deinit {
        elements.deallocate()
        result.deallocate()
        scratch.deallocate()
    }
}
