import NeuralNetworks
import Testing

/// Networks get raw images and apply their own transform.
@Suite struct TransformedNetworkTests {
    private let images = Sample.bars(count: 60, seed: 4)

    private func boxed(side: Int, bits: Int) throws -> InputTransform {
        try InputTransform(bits: bits, boxSide: side, of: images)
    }

    /// An image moved by hand.
    private func moved(_ image: ArraySlice<UInt8>, right: Int, down: Int) -> [UInt8] {
        let (size, pixels) = (images.width, Array(image))
        return (0..<size * size).map { index in
            let (x, y) = (index % size - right, index / size - down)
            return (0..<size).contains(x) && (0..<size).contains(y) ? pixels[y * size + x] : 0
        }
    }

    @Test(arguments: [1, 2, 3], [1, 3, 8])
    func imagesAreMovedBeforeTheTransform(side: Int, bits: Int) throws {
        let transform = try boxed(side: side, bits: bits)
        let writer = ImageWriter(transform)
        let count = 36 / (side * side)
        for (right, down) in [(0, 0), (1, 0), (0, -1), (-1, 1), (2, -2), (5, 3), (-6, 0), (0, 7), (-3, -8)] {
            let fractions = [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
                writer.write(
                    1, of: images, shift: PixelShift(right: right, down: down),
                    to: UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
                initialized = count
            }
            #expect(fractions == transform.fractions(of: moved(images[1], right: right, down: down)))
        }
    }

    /// One image and one step: the generator says how the image is moved, and the step is that on the moved image.
    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func trainingMovesPixelsNotBoxes(seed: UInt64) throws {
        let image = images.prefix(1)
        var network = Sample.perceptron([4, 5, 4], seed: 1)
        network.inputTransform = try boxed(side: 3, bits: 4)
        var (trained, generator) = (network, SeededGenerator(seed: seed))
        try trained.train(
            on: image, options: TrainingOptions(epochs: 1, batchSize: 1, shiftDistance: 2), using: &generator)
        generator = SeededGenerator(seed: seed)
        var order = [0]
        order.shuffle(using: &generator)
        let right = Int.random(in: -2...2, using: &generator)
        let down = Int.random(in: -2...2, using: &generator)
        let shifted = LabeledImages(
            width: 6, height: 6, classCount: 4, pixels: moved(image[0], right: right, down: down),
            labels: image.labels)
        var expected = network
        try expected.train(
            on: shifted, options: TrainingOptions(epochs: 1, batchSize: 1, shiftDistance: 0),
            using: &generator)
        #expect(trained == expected)
    }

    @Test(arguments: [1, 2, 3], [1, 2, 5, 8])
    func bothKindsOfNetworkSeeTheTransform(side: Int, bits: Int) throws {
        let transform = try boxed(side: side, bits: bits)
        let count = 36 / (side * side)
        var network = Sample.perceptron([count, 5, 4], seed: 1)
        network.inputTransform = transform
        let inputs = (0..<images.count).map {
            Tensor(shape: [count], elements: transform.fractions(of: images[$0]))
        }
        let outputs = try network.forward(inputs)
        let classes = outputs.map { output in output.elements.firstIndex(of: output.elements.max()!)! }
        #expect(try network.classes(of: images) == classes)
        let gradients = try network.lossAndGradients(inputs: inputs, labels: images.labels).gradients
        for (name, mean) in try network.meanSquaredGradients(on: images) {
            for (value, gradient) in zip(mean.elements, gradients[name]!.elements) {
                #expect(abs(value - gradient * gradient) <= 1e-4 * gradient * gradient + 1e-9)
            }
        }

        var generator = SeededGenerator(seed: 5)
        let linear = IntegerLinear(
            outputCount: 3, inputCount: count,
            weights: (0..<3 * count).map { _ in .random(in: -99...99, using: &generator) },
            biases: [1, -2, 3], weightBits: 8, biasBits: 8)
        let integer = IntegerNetwork(
            inputShape: [count], inputTransform: transform,
            nodes: [.init(name: "layer", operation: .linear(linear), inputs: [.input])])
        let logits = try integer.logits(for: images)
        for index in 0..<images.count {
            let input = transform.integers(of: images[index])
            #expect(integer.input(for: images[index]) == input)
            #expect(try integer.logits(for: input) == logits[index])
        }
        #expect(try integer.intervals(.exact).input == .init(repeating: 0...(1 << bits) - 1, count: count))
    }

    @Test func anotherSizeOrCountIsRefused() throws {
        var network = Sample.perceptron([9, 4], seed: 1)
        network.inputTransform = try boxed(side: 2, bits: 2)
        try network.validate()
        // As many pixels, and another width.
        let flat = LabeledImages(
            width: 4, height: 9, classCount: 4, pixels: [UInt8](repeating: 1, count: 36), labels: [0])
        var generator = SeededGenerator(seed: 1)
        for other in [flat, Sample.bars(count: 2, size: 8, seed: 1), Sample.bars(count: 2, size: 3, seed: 1)]
        {
            #expect(throws: NetworkError(.inputShape, at: "input")) { try network.classes(of: other) }
            #expect(throws: NetworkError(.inputShape, at: "input")) {
                try network.train(on: other, using: &generator)
            }
            #expect(throws: NetworkError(.inputShape, at: "input")) {
                try network.meanSquaredGradients(on: other)
            }
        }
        network.inputTransform = try boxed(side: 3, bits: 2)
        #expect(throws: NetworkError(.inputTransform, at: "input")) { try network.validate() }
        #expect(throws: NetworkError(.inputTransform, at: "input")) {
            try network.train(on: images, using: &generator)
        }
        var integer = IntegerSample.row([1, 2, 3, 4])
        integer.inputTransform = try boxed(side: 3, bits: 2)
        #expect(try integer.classes(of: images).count == 60)
        #expect(throws: NetworkError(.inputShape, at: "input")) { try integer.logits(for: flat) }
        integer.inputTransform = try boxed(side: 2, bits: 2)
        #expect(throws: NetworkError(.inputTransform, at: "input")) { try integer.validate() }
        #expect(throws: NetworkError(.inputShape, at: "input")) { try integer.logits(for: images) }
    }
}
