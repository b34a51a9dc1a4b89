package org.linli;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import reactor.blockhound.BlockHound;

/// Installs BlockHound before the first test of a program of tests. Its own listener does so where tests are only dealt
/// out too: in Maven's program, which was not started for that.
public final class InstallBlockHound implements BeforeAllCallback {

    static {
        BlockHound.install();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        // being here is enough
    }
}
