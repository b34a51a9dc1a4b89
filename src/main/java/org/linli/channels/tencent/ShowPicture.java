package org.linli.channels.tencent;

import static org.linli.channels.SendFailure.Reason.CONTENT_REFUSED;
import static org.linli.channels.SendFailure.Reason.UNREACHABLE;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.linli.channels.Outbound;
import org.linli.channels.SendFailure;
import org.linli.channels.ShownPictures;
import org.linli.platform.database.CommunityId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Sends pictures as both platforms want it: uploaded first, then named by the id that the platform gave; uploaded once
/// more where it has lost them meanwhile.
@Component
public class ShowPicture {

    private final List<ShownPictures> pictures;
    private final UploadedMedia uploaded;
    private final Map<String, Mono<String>> uploading = new ConcurrentHashMap<>();

    public ShowPicture(List<ShownPictures> pictures, UploadedMedia uploaded) {
        this.pictures = pictures;
        this.uploaded = uploaded;
    }

    /// One picture to be shown by one of our accounts.
    ///
    /// @param path    of the part of the interface that shows it
    /// @param message what is said there, given the platform's id of the picture
    public record Shown<O extends TokenOwner>(
            AuthorizedApi<O> api,
            O owner,
            CommunityId community,
            Outbound.Picture picture,
            String path,
            UnaryOperator<String> message) {

        Mono<PlatformAnswer> with(String id) {
            return api.postShowing(owner, path, message.apply(id));
        }
    }

    /// Signals [SendFailure] and no other error; `CONTENT_REFUSED` where the picture cannot be uploaded, for what
    /// reason ever: words still can be sent.
    ///
    /// @return what the platform said, having shown it; never empty
    public <O extends TokenOwner> Mono<PlatformAnswer> of(Shown<O> shown) {
        return uploaded.find(shown.owner(), shown.picture().id())
                .switchIfEmpty(Mono.defer(() -> uploadedNow(shown)))
                .flatMap(shown::with)
                .flatMap(answer -> shown.api().forgetsMedia(answer) ? again(shown) : Mono.just(answer));
    }

    private <O extends TokenOwner> Mono<PlatformAnswer> again(Shown<O> shown) {
        return uploadedNow(shown)
                .flatMap(id -> shown.api()
                        .post(shown.owner(), shown.path(), shown.message().apply(id)));
    }

    /// Many letters that show the same picture in one moment upload it once.
    private <O extends TokenOwner> Mono<String> uploadedNow(Shown<O> shown) {
        String key = shown.owner().tokenName() + " " + shown.picture().id();
        return Mono.defer(() -> uploading.computeIfAbsent(
                key,
                _ -> upload(shown).doOnTerminate(() -> uploading.remove(key)).cache()));
    }

    private <O extends TokenOwner> Mono<String> upload(Shown<O> shown) {
        return ShownPictures.from(pictures, shown.community(), shown.picture())
                .flatMap(media -> shown.api()
                        .upload(shown.owner(), media)
                        .onErrorMap(SendFailure.class, ShowPicture::notUploaded))
                .switchIfEmpty(Mono.error(() -> new SendFailure(CONTENT_REFUSED, "uploaded, but not named")))
                .delayUntil(id -> uploaded.keep(shown.owner(), shown.picture().id(), id));
    }

    /// Uploading twice does no harm; what a platform does not let us upload says nothing about our words.
    private static SendFailure notUploaded(SendFailure failure) {
        String why = "upload, " + failure.getMessage();
        return switch (failure.reason()) {
            case UNREACHABLE, UNCERTAIN -> new SendFailure(UNREACHABLE, why);
            case THROTTLED -> new SendFailure(failure.reason(), why);
            case QUOTA_SPENT, WINDOW_CLOSED, RECIPIENT_GONE, CONTENT_REFUSED, MISCONFIGURED ->
                new SendFailure(CONTENT_REFUSED, why);
        };
    }
}
