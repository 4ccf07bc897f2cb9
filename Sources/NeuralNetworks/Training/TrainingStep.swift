/// Where training stands: step `index` of `count`, from 0 on.
package struct TrainingStep: Hashable, Sendable {
    package let index: Int
    package let count: Int

    package init(index: Int, count: Int) {
        self.index = index
        self.count = count
    }

    package var isLast: Bool { index == count - 1 }
}
