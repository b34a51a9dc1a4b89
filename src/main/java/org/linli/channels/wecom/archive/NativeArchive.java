package org.linli.channels.wecom.archive;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToIntFunction;

/// The platform's library (libWeWorkFinanceSdk_C), called as its page "获取会话内容" describes its functions in C.
///
/// For one thread, in a process that may crash with it.
final class NativeArchive implements AutoCloseable {

    private static final int TIMEOUT_SECONDS = 20;

    private final Arena arena = Arena.ofConfined();
    private final SymbolLookup library;
    private final MemorySegment sdk;

    /// @throws Unusable when there is no such library, or none that fits this machine
    NativeArchive(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new Unusable("no file '%s' (expected: libWeWorkFinanceSdk_C.so of the platform)".formatted(path));
        }
        try {
            library = SymbolLookup.libraryLookup(path, arena);
        } catch (IllegalArgumentException unfit) {
            throw new Unusable("'%s' cannot be loaded on %s %s (expected: the library for it)"
                    .formatted(path, System.getProperty("os.name"), System.getProperty("os.arch")));
        }
        sdk = (MemorySegment) call(function("NewSdk", FunctionDescriptor.of(ADDRESS)));
    }

    /// @return the library's code; 0 is good
    int begin(String corp, String secret) {
        var init = function("Init", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS));
        return (int) call(init, sdk, text(corp), text(secret));
    }

    /// @throws Refused with the library's code
    String pull(long seq, int limit) {
        var get = function(
                "GetChatData",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS));
        return slice(slice -> (int) call(get, sdk, seq, limit, text(""), text(""), TIMEOUT_SECONDS, slice));
    }

    /// @throws Refused with the library's code
    String open(String key, String message) {
        var decrypt = function("DecryptData", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS));
        return slice(slice -> (int) call(decrypt, text(key), text(message), slice));
    }

    /// A piece of a file, by the functions of the platform's page "获取媒体文件".
    ///
    /// @throws Refused with the library's code
    ChatArchive.Piece media(String file, String next) {
        var media = (MemorySegment) call(function("NewMediaData", FunctionDescriptor.of(ADDRESS)));
        try {
            var get = function(
                    "GetMediaData",
                    FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT, ADDRESS));
            int code = (int) call(get, sdk, text(next), text(file), text(""), text(""), TIMEOUT_SECONDS, media);
            if (code != 0) {
                throw new Refused(code);
            }
            return new ChatArchive.Piece(
                    bytes("GetData", "GetDataLen", media),
                    new String(bytes("GetOutIndexBuf", "GetIndexLen", media), UTF_8),
                    (int) call(number("IsMediaDataFinish"), media) == 1);
        } finally {
            call(function("FreeMediaData", FunctionDescriptor.ofVoid(ADDRESS)), media);
        }
    }

    /// Fills a piece of the library's memory and reads it.
    private String slice(ToIntFunction<MemorySegment> fill) {
        var slice = (MemorySegment) call(function("NewSlice", FunctionDescriptor.of(ADDRESS)));
        try {
            int code = fill.applyAsInt(slice);
            if (code != 0) {
                throw new Refused(code);
            }
            return content(slice);
        } finally {
            call(function("FreeSlice", FunctionDescriptor.ofVoid(ADDRESS)), slice);
        }
    }

    private String content(MemorySegment slice) {
        return new String(bytes("GetContentFromSlice", "GetSliceLen", slice), UTF_8);
    }

    private byte[] bytes(String where, String length, MemorySegment of) {
        int bytes = (int) call(number(length), of);
        var at = (MemorySegment) call(function(where, FunctionDescriptor.of(ADDRESS, ADDRESS)), of);
        return at.reinterpret(bytes).toArray(JAVA_BYTE);
    }

    private MethodHandle number(String name) {
        return function(name, FunctionDescriptor.of(JAVA_INT, ADDRESS));
    }

    private MemorySegment text(String text) {
        return arena.allocateFrom(text);
    }

    private MethodHandle function(String name, FunctionDescriptor shape) {
        var address = library.find(name)
                .orElseThrow(
                        () -> new Unusable("the library has no function '%s' (expected: version 3)".formatted(name)));
        return Linker.nativeLinker().downcallHandle(address, shape);
    }

    private static Object call(MethodHandle function, Object... arguments) {
        try {
            return function.invokeWithArguments(arguments);
        } catch (Throwable broken) {
            throw new Unusable(
                    "the library cannot be called: " + broken.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        call(function("DestroySdk", FunctionDescriptor.ofVoid(ADDRESS)), sdk);
        arena.close();
    }

    /// What a line of the process says to whoever set it up.
    static final class Unusable extends RuntimeException {
        Unusable(String why) {
            super(why, null, false, false);
        }
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
