package org.linli.channels.wecom.archive;

import java.time.Duration;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.channels.FetchMedia;
import org.linli.channels.Media;
import org.linli.channels.MediaFailure;
import org.linli.channels.MediaFailure.Reason;
import org.linli.channels.TakeMedia;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Gets pictures, voices, films and files of an archive piece by piece, through the process with the platform's
/// library.
@Component
class FetchArchivedMedia implements FetchMedia {

    private final Archives archives;
    private final TakeMedia take;

    FetchArchivedMedia(Archives archives, TakeMedia take) {
        this.archives = archives;
        this.take = take;
    }

    @Override
    public ChannelId channel() {
        return Archives.ID;
    }

    @Override
    public Duration keptFor() {
        return ReadArchive.RETENTION;
    }

    @Override
    public Mono<Media> fetch(Address sender, String media) {
        return Mono.justOrEmpty(archives.named(sender.account()))
                .switchIfEmpty(Mono.error(() -> new MediaFailure(Reason.GONE, "no such archive of ours")))
                .flatMap(archive -> take.take(pieces(archive.chats(), media)))
                .onErrorMap(ArchiveFailure.class, FetchArchivedMedia::failure);
    }

    /// Stops where whoever takes them has had enough.
    private static Flux<DataBuffer> pieces(ChatArchive chats, String media) {
        return chats.media(media, "")
                .expand(piece ->
                        piece.isLast() || piece.next().isEmpty() ? Mono.empty() : chats.media(media, piece.next()))
                .map(piece -> DefaultDataBufferFactory.sharedInstance.wrap(piece.bytes()));
    }

    private static MediaFailure failure(ArchiveFailure failure) {
        return new MediaFailure(
                failure.isPassing() ? Reason.TRY_AGAIN : Reason.GONE, String.valueOf(failure.getMessage()));
    }
}
