import EllipticCurves
import Testing

@Suite("Attacks on registered models") struct RegistrationAttackTests {
    private let bn254: RegistrationAttacks<BN254>
    private let bls12381: RegistrationAttacks<BLS12381>

    init() throws {
        bn254 = try RegistrationAttacks()
        bls12381 = try RegistrationAttacks()
    }

    @Test func noRegistration() throws {
        try bn254.expectUnregisteredModelsRefused()
        try bls12381.expectUnregisteredModelsRefused()
    }

    @Test func knownWiresInTheConstants() throws {
        try bn254.expectKnownWiresInConstantsRefused()
        try bls12381.expectKnownWiresInConstantsRefused()
    }

    @Test func otherWiresInAColumn() throws {
        try bn254.expectOtherWiresInColumnsRefused()
        try bls12381.expectOtherWiresInColumnsRefused()
    }

    @Test func proofsOverForeignBases() throws {
        try bn254.expectForeignBasesRefused()
        try bls12381.expectForeignBasesRefused()
    }

    @Test func otherWeightsUnderThePinnedRegistration() throws {
        try bn254.expectOtherModelsRefused()
        try bls12381.expectOtherModelsRefused()
    }

    @Test func registrationsForOtherCircuits() throws {
        try bn254.expectOtherCircuitsRefused()
        try bls12381.expectOtherCircuitsRefused()
    }

    @Test func aChallengeWithoutTheLabel() throws {
        try bn254.expectLabelsToMatter()
        try bls12381.expectLabelsToMatter()
    }

    @Test func aChallengeWithoutOneColumn() throws {
        try bn254.expectEveryColumnToMatter()
        try bls12381.expectEveryColumnToMatter()
    }

    @Test func aChallengeWithoutTheConstants() throws {
        try bn254.expectConstantsToMatter()
        try bls12381.expectConstantsToMatter()
    }

    @Test func valuesOutOfRange() throws {
        try bn254.expectRangesChecked()
        try bls12381.expectRangesChecked()
    }

    @Test func reusedBlinding() throws {
        try bn254.expectReusedBlindingDetected()
        try bls12381.expectReusedBlindingDetected()
    }
}
