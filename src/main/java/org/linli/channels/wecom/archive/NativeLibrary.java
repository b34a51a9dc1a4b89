package org.linli.channels.wecom.archive;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A library in C, its functions by their names. For one thread.
final class NativeLibrary implements AutoCloseable {

    /// What a line of the process says to whoever set it up.
    static final class Unusable extends RuntimeException {
        Unusable(String why) {
            super(why, null, false, false);
        }
    }

    private final Arena arena = Arena.ofConfined();
    private final Map<String, MethodHandle> functions = new HashMap<>();
    private final SymbolLookup library;

    /// @throws Unusable when there is no such library, or none that fits this machine
    NativeLibrary(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new Unusable("no file '%s' (expected: libWeWorkFinanceSdk_C.so of the platform)".formatted(path));
        }
        try {
            library = SymbolLookup.libraryLookup(path, arena);
        } catch (IllegalArgumentException unfit) {
            throw new Unusable("'%s' cannot be loaded on %s %s (expected: the library for it)"
                    .formatted(path, System.getProperty("os.name"), System.getProperty("os.arch")));
        }
    }

    /// @throws Unusable when the library has no such function
    int number(String function, Object... arguments) {
        return (int) call(function, JAVA_INT, arguments);
    }

    /// Errors as those of [#number].
    MemorySegment address(String function, Object... arguments) {
        return (MemorySegment) call(function, ADDRESS, arguments);
    }

    /// Errors as those of [#number].
    void run(String function, Object... arguments) {
        call(function, null, arguments);
    }

    private Object call(String name, @Nullable MemoryLayout gives, Object... arguments) {
        var function = functions.computeIfAbsent(name, it -> found(it, shape(gives, arguments)));
        try {
            return function.invokeWithArguments(arguments);
        } catch (Throwable broken) {
            throw new Unusable(
                    "the library cannot be called: " + broken.getClass().getSimpleName());
        }
    }

    private MethodHandle found(String name, FunctionDescriptor shape) {
        var address = library.find(name)
                .orElseThrow(
                        () -> new Unusable("the library has no function '%s' (expected: version 3)".formatted(name)));
        return Linker.nativeLinker().downcallHandle(address, shape);
    }

    private static FunctionDescriptor shape(@Nullable MemoryLayout gives, Object... arguments) {
        var takes = new MemoryLayout[arguments.length];
        for (int i = 0; i < takes.length; i++) {
            takes[i] = layout(arguments[i]);
        }
        return gives == null ? FunctionDescriptor.ofVoid(takes) : FunctionDescriptor.of(gives, takes);
    }

    private static MemoryLayout layout(Object argument) {
        return switch (argument) {
            case MemorySegment _ -> ADDRESS;
            case Long _ -> JAVA_LONG;
            case Integer _ -> JAVA_INT;
            default -> throw new IllegalArgumentException("no argument for C: " + argument.getClass());
        };
    }

    @Override
    public void close() {
        arena.close();
    }
}
