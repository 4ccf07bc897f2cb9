public import NetworkCompiler

/// Why no accuracy certificate can be made, or checked.
public enum CertificateError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Nothing binds the answers to one model.
    case weightsNotCommitted(CompileOptions.WeightVisibility)
    /// Nobody could see on which images the answers are.
    case inputNotPublic(CompileOptions.InputVisibility)
    /// The verifier has no registration.
    case notRegistered
    case countOutOfRange(Int, imageCount: Int)
    case challengeTooLong
    /// The verifier's images have another size than the model's.
    case otherImageSize(ImageSizeError)
    /// The side file holds proofs of something else.
    case otherRun(path: String)
    /// Another process writes the side file.
    case inUse(path: String)
    /// The proofs that the side file held do not make a valid certificate.
    case unusable(path: String, reason: String)

    public var description: String {
        switch self {
        case .weightsNotCommitted(let found):
            "the circuit's weights are \(found.rawValue), so that nothing binds its answers to one registered model; "
                + "compile the network with --weights committed"
        case .inputNotPublic(let found):
            "the circuit's input is \(found.rawValue), so that nobody could see which images the answers are about; "
                + "compile the network with --input public"
        case .notRegistered: "a certificate is about a registered model: name its registration with --model"
        case .countOutOfRange(let count, let imageCount):
            "\(count) images cannot be chosen: there are \(imageCount) test images"
        case .challengeTooLong:
            "the challenge is longer than \(CertificateStatement.challengeLimit) bytes"
        case .otherImageSize(let error):
            "the model takes \(error.wantedPixels), and the images of the data set have \(error.width)×\(error.height)"
        case .otherRun(let path):
            "\(path): it holds proofs for another certificate; finish that one, or say --restart to drop them"
        case .inUse(let path): "\(path): another process is making this certificate"
        case .unusable(let path, let reason):
            "\(path): the proofs in it do not make a valid certificate (\(reason)); say --restart to drop them"
        }
    }
}
