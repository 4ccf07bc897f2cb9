import ModelCompression
import NeuralNetworks

/// A weight by its layer's name.
struct Weight: Hashable {
    let layer: String
    let index: Int

    init(_ layer: String, _ index: Int) {
        self.layer = layer
        self.index = index
    }

    static func row(_ row: Int, of layer: String, columns: Int) -> Set<Weight> {
        Set((0..<columns).map { Weight(layer, row * columns + $0) })
    }

    static func column(_ column: Int, of layer: String, rows: Int, columns: Int) -> Set<Weight> {
        Set((0..<rows).map { Weight(layer, $0 * columns + column) })
    }

    /// What pruning removed from a network.
    static func gone(from network: Network) -> Set<Weight> {
        var gone: Set<Weight> = []
        for (name, survives) in network.mask.survives where name.hasSuffix(".weight") {
            for index in survives.indices where !survives[index] {
                gone.insert(Weight(String(name.dropLast(7)), index))
            }
        }
        return gone
    }
}
