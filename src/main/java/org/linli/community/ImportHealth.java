package org.linli.community;

import org.linli.community.file.Problem;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/// Whether the file that the start was told of was taken. Where it was not, the program works with what it has: trouble
/// is a status of its own that leaves the whole as it is.
@Component
class ImportHealth implements HealthIndicator {

    private static final Status TROUBLED = new Status("TROUBLED");

    private final LeftAtStart left;

    ImportHealth(LeftAtStart left) {
        this.left = left;
    }

    @Override
    public Health health() {
        return left.any()
                .map(ImportHealth::troubled)
                .orElseGet(() -> Health.up().build());
    }

    private static Health troubled(LeftAtStart.Left it) {
        return Health.status(TROUBLED)
                .withDetail(it.file(), "not imported at " + it.at())
                .withDetail("why", it.problems().stream().map(Problem::toString).toList())
                .build();
    }
}
