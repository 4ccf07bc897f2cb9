public import CircuitFormats
import Foundation
public import Groth16

/// A registration shares blinding with an earlier one, so that both together tell something of the weights.
public struct ReusedBlinding: Error, Hashable, Sendable, CustomStringConvertible {
    /// The earlier one's file.
    public let path: String

    public var description: String {
        "\(path): this registration and the new one share blinding, which would show weights; the system's random "
            + "numbers repeat, so register on a machine that has its own, and publish neither"
    }
}

extension ModelFiles {
    /// Demands that a new registration has no blinding in common with those in a directory: neither with
    /// registrations, of which equal points tell, nor with openings.
    ///
    /// Fresh blinding never repeats. A generator that does, such as one of a cloned virtual machine, is found here
    /// before the registration is written. Files that are none of this curve are passed over.
    public static func requireFreshBlinding<Curve: InterchangeCurve>(
        _ registration: ModelRegistration<Curve>, opening: borrowing ModelOpening<Curve.ScalarField>,
        besides directory: String
    ) throws {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        for name in names.sorted() {
            let path = (directory as NSString).appendingPathComponent(name)
            if name.hasSuffix(registrationSuffix),
                let other = try? Self.registration(contentsOf: path, on: Curve.self),
                registration.sharesPoint(with: other)
            {
                throw ReusedBlinding(path: path)
            }
            if name.hasSuffix(openingSuffix), try sharesBlinding(opening, withOpeningAt: path, on: Curve.self)
            {
                throw ReusedBlinding(path: path)
            }
        }
    }

    private static func sharesBlinding<Curve: InterchangeCurve>(
        _ opening: borrowing ModelOpening<Curve.ScalarField>, withOpeningAt path: String, on _: Curve.Type
    ) throws -> Bool {
        do {
            let other = try Self.opening(contentsOf: path, on: Curve.self)
            return opening.firstBlinding(sharedWith: other) != nil
        } catch is FileError {
            return false
        }
    }
}
