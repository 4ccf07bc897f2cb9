import ConstraintSystem
import Testing

@Suite struct SecretBufferTests {
    @Test func holdsWhatItIsGiven() {
        var buffer = SecretBuffer<Int>([3, 1, 2])
        buffer[1] = 7
        buffer.withUnsafeMutableBufferPointer { $0[2] += 1 }
        #expect(buffer.count == 3)
        #expect(buffer.withUnsafeBufferPointer { Array($0) } == [3, 7, 3])
        #expect(SecretBuffer(repeating: 5, count: 2).withUnsafeBufferPointer { Array($0) } == [5, 5])
        #expect(SecretBuffer<Int>([]).count == 0)
    }
}
