import ConstraintSystem
import Dispatch
import FiniteFields
public import NeuralNetworks
import Synchronization

extension CompiledNetwork {
    /// Returns whether the circuit says what the network computes, on every image: a witness exists, it
    /// satisfies every constraint, and its public outputs are the network's.
    ///
    /// - Parameters:
    ///   - original: the network before the compiler simplified it, which is what counts.
    ///   - progress: called with the number of images done, from any thread.
    /// - Complexity: O(images × non-zero coefficients), on all cores.
    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    public func check(
        against original: IntegerNetwork, on images: LabeledImages,
        progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) throws -> CircuitCheck {
        let logits = try original.logits(for: images)
        let state = Mutex<(done: Int, first: CircuitCheck.Failure?)>((0, nil))
        let chunk = 16
        DispatchQueue.concurrentPerform(iterations: (images.count + chunk - 1) / chunk) { index in
            let range = index * chunk..<min((index + 1) * chunk, images.count)
            for image in range {
                guard
                    let disagreement = disagreement(
                        on: original.input(for: images[image]), expecting: logits[image])
                else { continue }
                state.withLock { state in
                    guard image < state.first?.image ?? .max else { return }
                    state.first = .init(image: image, disagreement: disagreement)
                }
            }
            progress(
                state.withLock { state in
                    state.done += range.count
                    return state.done
                })
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
            let expected =
                options.output == .logits ? logits : [Int128(IntegerNetwork.classification(of: logits))]
            let matches = expected.indices.allSatisfy { witness[Wire(1 + $0)] == F(expected[$0]) }
            return matches ? nil : .otherOutputs
        } catch let error as WitnessError {
            return .noWitness(error)
        } catch {
            preconditionFailure("an image of the right size is an input: \(error)")
        }
    }
}
