package org.linli.channels.wecom.archive;

import java.util.List;
import reactor.core.publisher.Mono;

/// Where the archive of one corporation is read from.
interface ChatArchive {

    /// One entry as the platform stores it.
    ///
    /// @param seq     rises from entry to entry
    /// @param version of the key of ours that it was sealed with
    /// @param key     sealed with that key, in base64
    /// @param message sealed with what is in `key`, in base64
    record Sealed(long seq, String id, int version, String key, String message) {

        @Override
        public String toString() {
            return "Sealed[" + seq + "]";
        }
    }

    /// The entries after that number, in their order; empty when there are none. Between two that come together there
    /// is none. Signals [ArchiveFailure].
    ///
    /// @param most at the most 1000, by the platform's page "获取会话内容"
    Mono<List<Sealed>> after(long seq, int most);

    /// A piece of a picture, a voice, a film or a file, half a megabyte at the most.
    ///
    /// @param next by which the next piece is asked for
    record Piece(byte[] bytes, String next, boolean isLast) {

        @Override
        public String toString() {
            return "Piece[%d bytes]".formatted(bytes.length);
        }
    }

    /// One piece of what an entry names by its `sdkfileid`. Never empty; signals [ArchiveFailure].
    ///
    /// @param next what the piece before said; empty for the first
    Mono<Piece> media(String file, String next);

    /// What an entry says, as JSON. Signals [ArchiveFailure].
    ///
    /// @param key what its `key` says after it was opened with ours
    Mono<String> open(String key, String message);
}
