/// The index of the largest element of each row, the lowest one where several are equal.
struct ArgmaxOperation: BatchOperation {
    func forward(_ inputs: [Matrix], parameters: UnsafeBufferPointer<Float>, output: inout Matrix) {
        for row in 0..<inputs[0].rows {
            output.elements[row] = Float(indexOfLargest(inputs[0].row(row)))
        }
    }
}

/// Returns the offset of the largest element, the lowest one where several are equal.
func indexOfLargest<Element: Comparable>(_ elements: some Collection<Element>) -> Int {
    var best: (offset: Int, element: Element)?
    for (offset, element) in elements.enumerated() {
        if let current = best, !(element > current.element) { continue }
        best = (offset, element)
    }
    precondition(best != nil, "there is a largest element only where there is one")
    return best!.offset
}
