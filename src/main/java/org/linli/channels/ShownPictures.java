package org.linli.channels;

import static org.linli.channels.SendFailure.Reason.CONTENT_REFUSED;
import static org.linli.channels.SendFailure.Reason.UNREACHABLE;

import java.util.List;
import org.linli.platform.database.CommunityId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Gives the bytes of pictures that letters show. A capability whose letters show any is one.
///
/// What it gives is clean: nothing in it tells where or with what it was taken.
public interface ShownPictures {

    /// A JPEG or a PNG. Empty where it has none with this id (any more); an error where it cannot be had just now.
    ///
    /// @param id as in [Outbound.Picture#id]; may be anything, since others give pictures too
    Mono<Media> find(CommunityId community, String id);

    /// From whoever has it. Signals [SendFailure] and no other error: `CONTENT_REFUSED` where nobody has it. Never
    /// empty.
    static Mono<Media> from(List<ShownPictures> all, CommunityId community, Outbound.Picture picture) {
        return Flux.fromIterable(all)
                .concatMap(it -> it.find(community, picture.id()), 0)
                .next()
                .onErrorMap(
                        error -> new SendFailure(UNREACHABLE, error.getClass().getSimpleName()))
                .switchIfEmpty(Mono.error(() -> new SendFailure(CONTENT_REFUSED, "the picture is gone")));
    }
}
