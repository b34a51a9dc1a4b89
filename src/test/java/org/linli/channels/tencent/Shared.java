package org.linli.channels.tencent;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Material that lies beside the project on some machines; tests that want it are skipped where it does not.
public final class Shared {

    private Shared() {}

    public static Path wechat(String name) {
        Path path = Path.of("../shared/wechat").resolve(name);
        assumeTrue(Files.exists(path), "skipped: there is no " + path + " here");
        return path;
    }
}
