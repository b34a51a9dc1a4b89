package org.linli.channels.wecom.archive;

/// The archive cannot be read now.
final class ArchiveFailure extends RuntimeException {

    private final boolean passing;

    private ArchiveFailure(String detail, boolean passing) {
        super(detail, null, false, false);
        this.passing = passing;
    }

    /// Trying again may help: the process died or was silent, the network is away (10001-10003).
    static ArchiveFailure passing(String detail) {
        return new ArchiveFailure(detail, true);
    }

    /// Somebody has to look.
    static ArchiveFailure lasting(String detail) {
        return new ArchiveFailure(detail, false);
    }

    /// @param code of the platform's library, by its page "获取会话内容"
    static ArchiveFailure of(long code) {
        boolean passing = code >= 10001 && code <= 10003;
        return new ArchiveFailure("the library says " + code, passing);
    }

    boolean isPassing() {
        return passing;
    }
}
