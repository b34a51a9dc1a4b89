package org.linli.notices.writing;

import java.util.UUID;
import org.linli.channels.MediaFailure;
import org.linli.community.StaffMember;
import org.linli.media.CleanUploads;
import org.linli.notices.Enclosed;
import org.linli.notices.Notice;
import org.linli.notices.enclosures.Enclosure;
import org.linli.notices.enclosures.EnclosureKept;
import org.linli.notices.translations.Translated;
import org.linli.notices.translations.Translation;
import org.linli.notices.writing.HandleNotices.Result;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Puts pictures, documents and translations beside the words of a draft. Whoever was to approve it looks again.
@Service
public class AddToNotice {

    /// Of one file.
    public static final int MOST_BYTES = 8 * 1024 * 1024;

    private final CleanUploads clean;
    private final WriteStep write;

    AddToNotice(CleanUploads clean, WriteStep write) {
        this.clean = clean;
        this.write = write;
    }

    /// Declines `left`, `enclosed-many`, `enclosed-type` and `enclosed-large`.
    ///
    /// @param id   names it within the notice: enclosed twice, it is there once
    /// @param file as it was called
    public Mono<Result> enclose(StaffMember member, Notice draft, UUID id, String file, byte[] bytes) {
        if (draft.enclosed().has(id.toString())) {
            return Mono.just(new Result.Done(draft));
        }
        if (draft.enclosed().count() >= Enclosed.MOST) {
            return WriteStep.declined("enclosed-many");
        }
        return draft.state().isOpen()
                ? clean.enclosure(bytes)
                        .flatMap(media -> {
                            var about = Enclosure.of(id, file, media);
                            var next = draft.enclosing(draft.enclosed().with(about.id(), about.isPicture()));
                            return write.of(
                                    draft.version(), next, "enclosed", member, new EnclosureKept(next, about, media));
                        })
                        .onErrorResume(MediaFailure.class, AddToNotice::refused)
                : WriteStep.declined("left");
    }

    /// What letters name no more; its bytes stay with the notice. Declines `left`, and `enclosed-gone` for what is not
    /// in it.
    public Mono<Result> takeOut(StaffMember member, Notice draft, String id) {
        if (!draft.enclosed().has(id)) {
            return WriteStep.declined("enclosed-gone");
        }
        return draft.state().isOpen()
                ? write.of(draft.version(), draft.enclosing(draft.enclosed().without(id)), "taken-out", member)
                : WriteStep.declined("left");
    }

    /// An empty one takes the language away.
    public Mono<Result> translate(StaffMember member, Notice draft, Translation as) {
        var next = draft.enclosing(draft.enclosed());
        return draft.state().isOpen()
                ? write.of(draft.version(), next, "translated", member, new Translated(next, as))
                : WriteStep.declined("left");
    }

    private static Mono<Result> refused(MediaFailure failure) {
        return WriteStep.declined(
                failure.reason() == MediaFailure.Reason.TOO_LARGE ? "enclosed-large" : "enclosed-type");
    }
}
