import FiniteFields
import Testing

/// Three operands of array operations, and a result.
struct Operands<F: CoordinateField> {
    private var elements: [[F]]
    private let vectors: [F.Vector]
    private let result: F.Vector

    /// Takes whole blocks for each; the first operand has these elements.
    init(first: [F], _ backend: FieldBackend) {
        elements = Array(repeating: first, count: 3)
        vectors = elements.map { F.Vector($0, backend: backend) }
        result = F.Vector(first, backend: backend)
    }

    func deallocate() { for vector in vectors + [result] { vector.deallocate() } }

    /// Sets the second and the third operand.
    mutating func set(_ b: [F], _ c: [F]) {
        elements[1...] = [b, c]
        for (vector, elements) in zip(vectors, elements) { vector.set(elements) }
    }

    /// Compares an operation on the first blocks with single elements: with the result elsewhere and, in
    /// `everyPlace`, in place of each operand and of all at once. The blocks behind must stay as they are, and so must the operands.
    func expect(_ operation: ArrayOperation<F>, blocks: Int, everyPlace: Bool = true, _ label: String) {
        let (a, b, c) = (elements[0], elements[1], elements[2])
        let values = a.indices.map { operation.single(a[$0], b[$0], c[$0]) }
        // Elsewhere, the elements of the third operand are what stood there before.
        for place in (everyPlace ? 0 : operation.operandCount)...operation.operandCount {
            let previous = place == operation.operandCount ? c : elements[place]
            result.set(previous)
            var operands = vectors
            if place < operation.operandCount { operands[place] = result }
            operation.set(result, operands[0], operands[1], operands[2], blocks)
            expect(values, then: previous, blocks, "\(operation.name), place \(place), \(label)")
        }
        if !everyPlace { return }
        result.set(a)
        operation.set(result, result, result, result, blocks)
        expect(a.map { operation.single($0, $0, $0) }, then: a, blocks, "\(operation.name) of one, \(label)")
        for (vector, elements) in zip(vectors, elements) {
            #expect(vector.elements(blocks: elements.count / 8) == elements, "operands of \(operation.name)")
        }
    }

    private func expect(_ values: [F], then previous: [F], _ blocks: Int, _ label: String) {
        let expected = values[..<(8 * blocks)] + previous[(8 * blocks)...]
        #expect(result.elements(blocks: previous.count / 8) == Array(expected), "\(label)")
    }
}
