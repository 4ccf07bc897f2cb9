import FiniteFields
import TestSupport
import Testing

/// The fields that gadgets are tried out in are fields.
@Suite struct SmallPrimeTests {
    @Test func laws() {
        expectFieldLaws([2, 5, 48, 49, 95] as [F97])
        expectFieldLaws([2, 3, 128, 129, 200] as [F257])
        expectFieldLaws([2, 3, 257, 32768, 60000] as [F65537])
    }

    @Test func integers() {
        for value in -200...200 {
            let remainder = UInt64(((value % 97) + 97) % 97)
            #expect(F97(value).canonicalWords == [remainder])
            #expect(F97(Int128(value)) == F97(value))
        }
        #expect(F97(canonicalWords: [96]) == -1)
        #expect(F97(canonicalWords: [97]) == nil && F97(canonicalWords: [1, 0]) == nil)
    }
}
