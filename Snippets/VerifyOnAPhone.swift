// Check a proof with nothing but the verifier's library, as an app on a phone does.
//
// swift run -c release espalier demo     (makes key, proof and public values)
// swift run -c release VerifyOnAPhone
import EspalierVerifier

func bytes(_ name: String) throws -> [UInt8] { try Array(FileBytes(mapping: "espalier-demo/" + name)) }

// The app is shipped with the key; the server sends the other two.
let verifier = try StatementVerifier<BN254>(
    key: bytes("shallownet-90-retrained.vkey.json"), allowingDevelopmentKey: true)
let claim = try StatementVerifier<BN254>.claim(
    proof: bytes("proof.json"), publicValues: bytes("public.json"))

switch verifier.verify(claim) {
case .accepted:
    guard let answer = verifier.answer(in: claim.publicInputs) else { fatalError("the key is a network's") }
    print("proved: class \(answer.class), about an input of \(answer.input.count) values")
case .rejected(let reason):
    print("refused: \(reason)")
}
