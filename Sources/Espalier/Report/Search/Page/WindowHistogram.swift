/// How many neurons of a rectifier take how many bits.
package struct WindowHistogram: Sendable {
    /// A number of bits and the neurons that take them.
    package struct Class: Sendable, Hashable {
        package var bits: Int
        package var neurons: Int

        package init(bits: Int, neurons: Int) {
            self.bits = bits
            self.neurons = neurons
        }
    }

    package let rectifier: SearchReport.Rectifier
    /// From the fewest bits to the most, those between that no neuron takes too, unless they are very many.
    package let classes: [Class]

    package init(_ rectifier: SearchReport.Rectifier) {
        self.rectifier = rectifier
        var neurons: [Int: Int] = [:]
        for bits in rectifier.windowBits { neurons[bits, default: 0] += 1 }
        let taken = neurons.keys.filter { $0 > 0 }.sorted()
        var shown = neurons[0] == nil ? [] : [0]
        if let first = taken.first, let last = taken.last {
            let (span, overflow) = last.subtractingReportingOverflow(first)
            shown += overflow || span > 32 ? taken : Array(first...last)
        }
        classes = shown.map { Class(bits: $0, neurons: neurons[$0] ?? 0) }
    }

    func bars(title: String) -> BarTable {
        let live = rectifier.windowBits.filter { $0 > 0 }
        let bits = live.reduce(Int128(0)) { $0 + Int128($1) }
        return BarTable(
            caption: "\(title) · \(rectifier.name): \(live.count) neurons, \(NumberText.grouped(bits)) bits",
            rows: classes.map {
                BarTable.Row(
                    name: $0.bits == 0 ? "no bits" : $0.bits == 1 ? "1 bit" : "\($0.bits) bits",
                    value: Double($0.neurons), text: NumberText.grouped($0.neurons), isWinner: $0.bits > 0)
            })
    }
}
