package org.linli.open311;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// A case as everybody may see it, in the fields of GeoReport. Nothing of whoever reported it is in here.
///
/// @param status            `open` or `closed`
/// @param description       masked; `null` unless whoever wrote it reported it for everybody to see
/// @param address           the building or spot, never the room
/// @param lat               of that building, WGS 84; `null` where nobody has said
/// @param mediaUrl          the first picture; `null` without
/// @param extendedStatus    the state of the case, an extension
/// @param mediaUrls         all pictures, an extension
@JsonNaming(SnakeCaseStrategy.class)
public record ServiceRequest(
        String serviceRequestId,
        String status,
        String statusNotes,
        String serviceName,
        String serviceCode,
        @Nullable String description,
        String agencyResponsible,
        @Nullable String serviceNotice,
        String requestedDatetime,
        String updatedDatetime,
        @Nullable String expectedDatetime,
        @Nullable String address,
        @Nullable String addressId,
        @Nullable String zipcode,
        @Nullable Double lat,
        @JsonProperty("long") @Nullable Double lon,
        @Nullable String mediaUrl,
        String extendedStatus,
        List<String> mediaUrls) {}
