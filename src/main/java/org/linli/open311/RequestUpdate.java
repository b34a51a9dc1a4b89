package org.linli.open311;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// Something that happened to a request, as FixMyStreet's extension has it.
///
/// @param status      after it: `open` or `closed`
/// @param description masked
@JsonNaming(SnakeCaseStrategy.class)
public record RequestUpdate(
        String updateId,
        String serviceRequestId,
        String status,
        String updatedDatetime,
        String description,
        @Nullable String mediaUrl) {}
