import VerifierContracts

extension ErrorSentence {
    /// Why there is no contract, or no call.
    static func sentence(_ error: ContractError) -> String {
        switch error {
        case .key(let error): sentence(error)
        case .hiddenWires: ModelMissing().description
        case .noPublicInputs:
            "the key has no public values: a valid proof would tell a contract nothing"
        case .invalidName:
            "a contract's name begins with a capital letter and has up to 64 letters and digits"
        case .tooLarge(let bytes, let limit):
            "the contract could have \(NumberText.grouped(bytes)) bytes, and \(NumberText.grouped(limit)) are "
                + "allowed; place the points elsewhere with --placement data or calldata, or make values share "
                + "their ranges"
        case .wrongInputCount(let expected, let actual):
            "the contract takes \(expected) public values, not \(actual)"
        case .inputOutOfRange(let index): "public value \(index) is outside its declared range"
        }
    }
}
