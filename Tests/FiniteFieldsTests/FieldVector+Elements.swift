import FiniteFields

extension FieldVector where Element: CoordinateField {
    /// Takes memory for whole blocks of elements and copies these in.
    init(_ elements: [Element], backend: FieldBackend) {
        self.init(blocks: elements.count / 8, backend: backend)
        set(elements)
    }

    /// Copies whole blocks of elements in.
    func set(_ elements: [Element]) {
        precondition(elements.count % 8 == 0, "whole blocks")
        elements.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return }
            load(from: start, stride: MemoryLayout<Element>.stride, blocks: elements.count / 8)
        }
    }

    /// The elements of the first blocks.
    func elements(blocks: Int) -> [Element] {
        [Element](unsafeUninitializedCapacity: 8 * blocks) { elements, count in
            if let start = elements.baseAddress {
                store(to: start, stride: MemoryLayout<Element>.stride, blocks: blocks)
            }
            count = 8 * blocks
        }
    }
}
