import ConstraintSystem
import Dispatch
import FiniteFields
public import NeuralNetworks
import Synchronization

extension CompiledAffineNetwork {
    /// Returns whether the circuit says what the network computes, on every image: a witness exists, it
    /// satisfies every constraint, and its public outputs are the network's logits.
    ///
    /// - Parameter progress: called with the number of images done, from any thread.
    /// - Throws: `NetworkError` for images of another size.
    /// - Complexity: O(images × non-zero coefficients), on all cores.
    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    public func check(
        on images: LabeledImages, progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) throws -> CircuitCheck {
        let outputs = try network.layerOutputs(for: images)
        let state = Mutex<(done: Int, first: CircuitCheck.Failure?)>((0, nil))
        DispatchQueue.concurrentPerform(iterations: images.count) { image in
            let found = disagreement(on: network.input(for: images[image]), expecting: outputs[image].last!)
            let done = state.withLock { state in
                state.done += 1
                if let found, image < state.first?.image ?? .max {
                    state.first = .init(image: image, disagreement: found)
                }
                return state.done
            }
            progress(done)
        }
        return CircuitCheck(imageCount: images.count, first: state.withLock(\.first))
    }

    private func disagreement(
        on input: [Int], expecting logits: [Int128]
    ) -> CircuitCheck.Disagreement? {
        do {
            let witness = try self.witness(for: input)
            if case .violated(let violations) = circuit.satisfaction(of: witness, limit: 1) {
                return .violated(region: violations[0].region)
            }
            let matches = logits.indices.allSatisfy { witness[Wire(1 + $0)] == F(logits[$0]) }
            return matches ? nil : .otherOutputs
        } catch let error as WitnessError {
            return .noWitness(error)
        } catch {
            preconditionFailure("an image of the right size is an input: \(error)")
        }
    }
}
