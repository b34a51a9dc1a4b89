package org.linli.community;

import java.time.Clock;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.linli.community.ImportCommunity.Imported;
import org.linli.community.ReviewImport.Review;
import org.linli.community.file.CommunityFile;
import org.linli.platform.audit.Noted;
import org.linli.platform.jobs.Bells;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Tells the trail, the log and this replica what was imported.
@Component
class TellImport {

    private static final Logger LOG = LoggerFactory.getLogger(TellImport.class);

    private static final int MOST_NAMED = 20;

    private final Bells bells;
    private final Clock clock;

    TellImport(Bells bells, Clock clock) {
        this.bells = bells;
        this.clock = clock;
    }

    /// Which rows differ and in what, without what they say.
    static String changed(Review review) {
        return review.differences().stream()
                .limit(MOST_NAMED)
                .map(it -> "%s/%s (%s)"
                        .formatted(
                                it.table(),
                                it.id(),
                                it.isNew()
                                        ? "new"
                                        : String.join(
                                                ", ", new TreeSet<>(it.after().keySet()))))
                .collect(Collectors.joining("; ", "; ", ""));
    }

    /// A line of the trail.
    Noted noted(String who, CommunityFile file, Imported imported, String changed) {
        String detail = "%s, %d kept".formatted(counted(file), imported.kept().size());
        return new Noted(file.id(), who, Noted.Kind.SETTING_CHANGED, "import", detail + changed, clock.instant());
    }

    /// Once it is committed.
    void of(CommunityFile file, Imported imported) {
        bells.ring(ReloadCommunities.NAME);
        LOG.info("imported community {}: {}", file.id(), counted(file));
        if (!imported.kept().isEmpty()) {
            LOG.info(
                    "kept {} rows that the file does not mention: {}",
                    imported.kept().size(),
                    imported.kept().stream().limit(MOST_NAMED).collect(Collectors.joining(", ")));
        }
    }

    private static String counted(CommunityFile file) {
        return "%d places, %d units, %d staff, %d groups, %d residents"
                .formatted(
                        file.places().size(),
                        file.units().size(),
                        file.staff().size(),
                        file.groups().size(),
                        file.residents().size());
    }
}
