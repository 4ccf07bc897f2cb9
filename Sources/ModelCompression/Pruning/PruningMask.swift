public import NeuralNetworks

/// Which weights of a network survive, by the names of their parameters.
///
/// A mask lives in the network's parameters and travels in its file. As a value of its own it can be taken from one
/// network and put on another of the same form, for instance on an earlier state of the same training.
public struct PruningMask: Hashable, Sendable {
    /// One entry per element; parameters without a mask are not there.
    public private(set) var survives: [String: [Bool]]

    public init(_ survives: [String: [Bool]]) { self.survives = survives }

    /// The number of elements that survive.
    public var survivingCount: Int { survives.values.reduce(0) { $0 + $1.count { $0 } } }

    /// Keeps what survives both masks.
    ///
    /// - Precondition: parameters that both name have as many elements in both.
    public func intersection(_ other: PruningMask) -> PruningMask {
        PruningMask(
            survives.merging(other.survives) { own, other in
                precondition(own.count == other.count, "masks of one network")
                return zip(own, other).map { $0 && $1 }
            })
    }
}

extension Network {
    /// The masks of all parameters that have one.
    public var mask: PruningMask {
        PruningMask(
            parameters.reduce(into: [:]) { masks, entry in
                if let mask = entry.value.mask { masks[entry.key] = mask }
            })
    }

    /// Drops what the mask drops, on top of what is gone already.
    ///
    /// - Precondition: the network has the mask's parameters, each with as many elements.
    public mutating func apply(_ mask: PruningMask) {
        for (name, survives) in mask.survives { parameters[name]!.apply(survives) }
    }

    /// Gives the parameters the values that they have in another network, and keeps the masks: pruning found what to
    /// keep, and training begins again from an early state (Frankle, Dziugaite, Roy and Carbin, *Linear Mode
    /// Connectivity and the Lottery Ticket Hypothesis*, 2020).
    ///
    /// - Throws: `missingParameter` or `parameterShape` where the other network has another form.
    public mutating func rewind(to early: Network) throws(NetworkError) {
        for (name, parameter) in parameters {
            guard let other = early.parameters[name] else { throw NetworkError(.missingParameter, at: name) }
            guard other.tensor.shape == parameter.tensor.shape else {
                throw NetworkError(.parameterShape, at: name)
            }
        }
        for name in Array(parameters.keys) {
            parameters[name]!.update { $0 = early.parameters[name]!.tensor.elements }
        }
    }
}
