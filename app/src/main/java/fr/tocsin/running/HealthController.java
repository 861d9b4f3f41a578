package fr.tocsin.running;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tells load balancers and scripts whether this server takes requests.
@RestController
class HealthController {

    /// @param status `up`, or `down` when requests should go elsewhere
    /// @param database `up`, or `down` while it does not answer
    record Health(String status, String database, String version) {}

    private final ApplicationAvailability availability;
    private final DatabasePulse database;
    private final String version;

    HealthController(
            ApplicationAvailability availability,
            DatabasePulse database,
            @Value("${spring.application.version}") String version) {
        this.availability = availability;
        this.database = database;
        this.version = version;
    }

    /// 200 once ready, else 503.
    @GetMapping("/health")
    ResponseEntity<Health> health() {
        var beats = database.beats();
        var ready = beats && availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
        return ResponseEntity.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .body(new Health(word(ready), word(beats), version));
    }

    private static String word(boolean up) {
        return up ? "up" : "down";
    }
}
