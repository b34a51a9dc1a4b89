package org.linli.open311;

import org.linli.community.Coordinates;

/// Degrees as the rest of the world has them (WGS 84), which GeoReport asks for. Maps in China are shifted by a few
/// hundred metres, by a formula that is not published and was found out to within a metre or two.
///
/// @param latitude  degrees north, -90 to 90
/// @param longitude degrees east, -180 to 180
record Wgs84(double latitude, double longitude) {

    private static final double SEMI_MAJOR_AXIS = 6_378_245.0;
    private static final double ECCENTRICITY_SQUARED = 0.00669342162296594323;
    private static final int ROUNDS = 4;

    static Wgs84 of(Coordinates shifted) {
        var guess = new Wgs84(shifted.latitude(), shifted.longitude());
        for (int round = 0; round < ROUNDS; round++) {
            var there = guess.shifted();
            guess = new Wgs84(
                    guess.latitude + shifted.latitude() - there.latitude(),
                    guess.longitude + shifted.longitude() - there.longitude());
        }
        return guess;
    }

    Coordinates shifted() {
        if (isOutsideChina()) {
            return new Coordinates(latitude, longitude);
        }
        double x = longitude - 105;
        double y = latitude - 35;
        double phi = Math.toRadians(latitude);
        double magic = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) * Math.sin(phi);
        double meridian = SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED) / (magic * Math.sqrt(magic));
        double parallel = SEMI_MAJOR_AXIS / Math.sqrt(magic) * Math.cos(phi);
        return new Coordinates(
                latitude + Math.toDegrees(north(x, y) / meridian), longitude + Math.toDegrees(east(x, y) / parallel));
    }

    private boolean isOutsideChina() {
        return longitude < 72.004 || longitude > 137.8347 || latitude < 0.8293 || latitude > 55.8271;
    }

    private static double north(double x, double y) {
        return -100
                + 2 * x
                + 3 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * Math.sqrt(Math.abs(x))
                + waves(20, x, 6, 20, 2)
                + waves(20, y, 1, 40, 1.0 / 3)
                + waves(160, y, 1.0 / 12, 320, 1.0 / 30);
    }

    private static double east(double x, double y) {
        return 300
                + x
                + 2 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * Math.sqrt(Math.abs(x))
                + waves(20, x, 6, 20, 2)
                + waves(20, x, 1, 40, 1.0 / 3)
                + waves(150, x, 1.0 / 12, 300, 1.0 / 30);
    }

    private static double waves(double high, double at, double often, double higher, double seldom) {
        return 2.0 / 3 * (high * Math.sin(often * at * Math.PI) + higher * Math.sin(seldom * at * Math.PI));
    }

    @Override
    public String toString() {
        return "Wgs84[]";
    }
}
