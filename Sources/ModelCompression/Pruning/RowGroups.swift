/// The rows of a weight matrix in groups that are pruned alike.
///
/// Rows keep their places. What remembers the groups are the masks: rows with equal masks come together
/// again, so that pruning in several steps keeps its blocks.
struct RowGroups {
    /// Indices of rows; every row is in one group.
    private(set) var groups: [[Int]] = []

    /// Every row for itself.
    init(singleRows count: Int) {
        groups = (0..<count).map { [$0] }
    }

    /// Puts rows together whose scores lie on the same inputs.
    ///
    /// Rows of equal masks first, as many full groups as there are; then whatever is left over. A group begins with
    /// the first row that is free and takes the one whose scores have the largest cosine with its sum, until it
    /// is full.
    ///
    /// - Parameters:
    ///   - size: rows per group, positive; the last group may be smaller.
    ///   - scores: row-major; 0 where the mask is false.
    ///   - mask: row-major, `nil` where everything survives.
    /// - Complexity: O(rows² · columns).
    init(of size: Int, rowCount: Int, scores: [Float], mask: [Bool]?) {
        precondition(size > 0, "a group has rows")
        guard size > 1, rowCount > 0 else {
            groups = (0..<rowCount).map { [$0] }
            return
        }
        let columnCount = scores.count / rowCount
        let profiles = (0..<rowCount).map { Profile(scores[$0 * columnCount..<($0 + 1) * columnCount]) }
        var classes: [[Bool]: [Int]] = [:]
        var firstRows: [[Bool]] = []
        for row in 0..<rowCount {
            let key = mask.map { Array($0[row * columnCount..<(row + 1) * columnCount]) } ?? []
            if classes[key] == nil { firstRows.append(key) }
            classes[key, default: []].append(row)
        }
        var leftOver: [Int] = []
        for key in firstRows {
            var rows = classes[key]!
            while rows.count >= size { groups.append(Self.takeGroup(of: size, from: &rows, profiles)) }
            leftOver += rows
        }
        leftOver.sort()
        while !leftOver.isEmpty { groups.append(Self.takeGroup(of: size, from: &leftOver, profiles)) }
    }

    /// Takes the first row and those most like it out of `rows`.
    private static func takeGroup(of size: Int, from rows: inout [Int], _ profiles: [Profile]) -> [Int] {
        var group = [rows.removeFirst()]
        var sum = profiles[group[0]].elements
        while group.count < size, !rows.isEmpty {
            var (best, bestSimilarity) = (0, -Float.infinity)
            for (position, row) in rows.enumerated() {
                let similarity = profiles[row].dot(sum)
                if similarity > bestSimilarity { (best, bestSimilarity) = (position, similarity) }
            }
            let row = rows.remove(at: best)
            for column in sum.indices { sum[column] += profiles[row].elements[column] }
            group.append(row)
        }
        return group
    }

    /// A row's scores, scaled to length 1.
    private struct Profile {
        let elements: [Float]

        init(_ scores: ArraySlice<Float>) {
            let length = scores.reduce(0) { $0 + $1 * $1 }.squareRoot()
            elements = length > 0 ? scores.map { $0 / length } : Array(scores)
        }

        func dot(_ other: [Float]) -> Float {
            var sum: Float = 0
            for index in elements.indices { sum += elements[index] * other[index] }
            return sum
        }
    }
}
