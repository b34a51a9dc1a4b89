package org.linli.understanding.opennlp;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/// Long rows of numbers to and from a file, all at once: one by one they take longer than everything else in it.
final class Numbers {

    private static final int MOST_BYTES = 1 << 30;

    private Numbers() {}

    static void write(DataOutputStream to, byte[] numbers) throws IOException {
        write(to, ByteBuffer.wrap(numbers));
    }

    static void write(DataOutputStream to, float[] numbers) throws IOException {
        var bytes = ByteBuffer.allocate(numbers.length * Float.BYTES);
        bytes.asFloatBuffer().put(numbers);
        write(to, bytes);
    }

    static void write(DataOutputStream to, long[] numbers) throws IOException {
        var bytes = ByteBuffer.allocate(numbers.length * Long.BYTES);
        bytes.asLongBuffer().put(numbers);
        write(to, bytes);
    }

    static void write(DataOutputStream to, int[] numbers) throws IOException {
        var bytes = ByteBuffer.allocate(numbers.length * Integer.BYTES);
        bytes.asIntBuffer().put(numbers);
        write(to, bytes);
    }

    /// @throws IOException where the file ends before
    static float[] floats(DataInputStream from) throws IOException {
        var bytes = ByteBuffer.wrap(bytes(from));
        var numbers = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(numbers);
        return numbers;
    }

    /// @throws IOException where the file ends before
    static long[] longs(DataInputStream from) throws IOException {
        var bytes = ByteBuffer.wrap(bytes(from));
        var numbers = new long[bytes.remaining() / Long.BYTES];
        bytes.asLongBuffer().get(numbers);
        return numbers;
    }

    /// @throws IOException where the file ends before
    static int[] ints(DataInputStream from) throws IOException {
        var bytes = ByteBuffer.wrap(bytes(from));
        var numbers = new int[bytes.remaining() / Integer.BYTES];
        bytes.asIntBuffer().get(numbers);
        return numbers;
    }

    private static void write(DataOutputStream to, ByteBuffer bytes) throws IOException {
        to.writeInt(bytes.capacity());
        to.write(bytes.array());
    }

    /// As many as are announced.
    ///
    /// @throws IOException where fewer are there
    static byte[] bytes(DataInputStream from) throws IOException {
        int count = from.readInt();
        byte[] bytes = count < 0 || count > MOST_BYTES ? new byte[0] : from.readNBytes(count);
        if (bytes.length != count) {
            throw new IOException("the model is cut off: %d bytes announced, %d there".formatted(count, bytes.length));
        }
        return bytes;
    }
}
