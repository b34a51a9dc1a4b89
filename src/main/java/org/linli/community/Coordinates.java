package org.linli.community;

/// A spot on the map, as maps in China show it (GCJ-02), which is also what WeChat sends.
///
/// @param latitude  degrees north, -90 to 90
/// @param longitude degrees east, -180 to 180
public record Coordinates(double latitude, double longitude) {

    private static final double EARTH_RADIUS_METERS = 6_371_008.8;

    /// Along the surface, by the haversine formula: off by half a percent at the most, because the earth is no ball.
    public double metersTo(Coordinates other) {
        double north = Math.toRadians(other.latitude - latitude);
        double east = Math.toRadians(other.longitude - longitude);
        double a = square(Math.sin(north / 2))
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * square(Math.sin(east / 2));
        return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(a)));
    }

    private static double square(double x) {
        return x * x;
    }

    /// Where somebody is, is theirs.
    @Override
    public String toString() {
        return "Coordinates[]";
    }
}
