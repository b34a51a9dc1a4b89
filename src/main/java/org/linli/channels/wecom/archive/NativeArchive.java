package org.linli.channels.wecom.archive;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.function.ToIntBiFunction;

/// The platform's library (libWeWorkFinanceSdk_C), called as its page "获取会话内容" describes its functions in C.
///
/// For one thread, in a process that may crash with it. Every method throws [NativeLibrary.Unusable] where the library
/// has no such function.
final class NativeArchive implements AutoCloseable {

    private static final int TIMEOUT_SECONDS = 20;

    private final NativeLibrary library;
    private final MemorySegment sdk;

    /// @throws NativeLibrary.Unusable when there is no such library, or none that fits this machine
    NativeArchive(Path path) {
        library = new NativeLibrary(path);
        sdk = library.address("NewSdk");
    }

    /// @return the library's code; 0 is good
    int begin(String corp, String secret) {
        try (var words = Arena.ofConfined()) {
            return library.number("Init", sdk, words.allocateFrom(corp), words.allocateFrom(secret));
        }
    }

    /// @throws Refused with the library's code
    String pull(long seq, int limit) {
        return slice((words, slice) -> library.number(
                "GetChatData",
                sdk,
                seq,
                limit,
                words.allocateFrom(""),
                words.allocateFrom(""),
                TIMEOUT_SECONDS,
                slice));
    }

    /// @throws Refused with the library's code
    String open(String key, String message) {
        return slice((words, slice) ->
                library.number("DecryptData", words.allocateFrom(key), words.allocateFrom(message), slice));
    }

    /// A piece of a file, by the functions of the platform's page "获取媒体文件".
    ///
    /// @throws Refused with the library's code
    ChatArchive.Piece media(String file, String next) {
        var media = library.address("NewMediaData");
        try (var words = Arena.ofConfined()) {
            good(library.number(
                    "GetMediaData",
                    sdk,
                    words.allocateFrom(next),
                    words.allocateFrom(file),
                    words.allocateFrom(""),
                    words.allocateFrom(""),
                    TIMEOUT_SECONDS,
                    media));
            return new ChatArchive.Piece(
                    bytes("GetData", "GetDataLen", media),
                    new String(bytes("GetOutIndexBuf", "GetIndexLen", media), UTF_8),
                    library.number("IsMediaDataFinish", media) == 1);
        } finally {
            library.run("FreeMediaData", media);
        }
    }

    /// Fills a piece of the library's memory and reads it.
    private String slice(ToIntBiFunction<Arena, MemorySegment> fill) {
        var slice = library.address("NewSlice");
        try (var words = Arena.ofConfined()) {
            good(fill.applyAsInt(words, slice));
            return new String(bytes("GetContentFromSlice", "GetSliceLen", slice), UTF_8);
        } finally {
            library.run("FreeSlice", slice);
        }
    }

    /// None where there is nothing in it.
    private byte[] bytes(String where, String length, MemorySegment of) {
        int bytes = library.number(length, of);
        return bytes <= 0
                ? new byte[0]
                : library.address(where, of).reinterpret(bytes).toArray(JAVA_BYTE);
    }

    private static void good(int code) {
        if (code != 0) {
            throw new Refused(code);
        }
    }

    @Override
    public void close() {
        library.run("DestroySdk", sdk);
        library.close();
    }

    static final class Refused extends RuntimeException {
        private final int code;

        Refused(int code) {
            super("code " + code, null, false, false);
            this.code = code;
        }

        int code() {
            return code;
        }
    }
}
